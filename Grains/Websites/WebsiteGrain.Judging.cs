using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// What a registration comes to, be it to do it or only to tell.
internal sealed partial class WebsiteGrain
{
    public async Task<RegistrationPreview> PreviewAsync(OwnerId owner, WebsiteUrl url, WebsiteChanges changes)
    {
        var (settings, problems) = await JudgeAsync(owner, url, changes);
        var present = _website;
        var outcome = problems.Count > 0 ? RegistrationOutcome.Refused
            : present is null ? RegistrationOutcome.Created
            : IsAlready(settings, ServiceProvider.GetRequiredService<ISecretKeeper>()) ? RegistrationOutcome.Unchanged
            : RegistrationOutcome.Changed;
        return new RegistrationPreview(
            outcome,
            problems,
            present is null ? null : SecretRules.Hide(present.Settings),
            outcome == RegistrationOutcome.Refused ? null : SecretRules.Hide(settings),
            present is { Standing: Standing.Paused });
    }

    private async Task<(WebsiteSettings Settings, IReadOnlyList<SettingProblem> Problems)> JudgeAsync(OwnerId owner, WebsiteUrl url, WebsiteChanges changes)
    {
        if (_website is { } known && !changes.IsWhole)
            return SettingsRules.Apply(url, known.Settings, changes, options.Value);
        var defaults = await GrainFactory.GetGrain<IOwnerDefaultsGrain>(owner.GrainKey).GetAsync();
        return SettingsRules.ApplyToNew(url, defaults, changes, options.Value);
    }

    // Secrets are encrypted anew each time: only opened they can be compared.
    private bool IsAlready(WebsiteSettings settings, ISecretKeeper keeper) =>
        _website is { } known && SettingsRules.AreSame(SecretRules.Open(known.Settings, keeper), SecretRules.Open(settings, keeper));
}
