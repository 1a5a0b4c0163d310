using Microsoft.Extensions.Options;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Defaults;

/// <summary>Keeps what new websites of one owner start with.</summary>
[GrainType("owner-defaults")]
internal sealed class OwnerDefaultsGrain(
    [PersistentState("owner-defaults", StorageNames.Grains)] IPersistentState<StoredDefaults> stored, IOptions<ChecksOptions> options) : Grain, IOwnerDefaultsGrain
{
    public Task<WebsiteChanges> GetAsync() => Task.FromResult(stored.State.Defaults);

    public async Task<DefaultsResult> ChangeAsync(WebsiteChanges changes)
    {
        var before = stored.State.Defaults;
        var (defaults, problems) = DefaultsRules.Apply(before, changes, options.Value);
        if (problems.Count > 0)
            return new DefaultsResult(before, problems);
        stored.State.Defaults = defaults;
        await this.StoreAsync(stored, () => stored.State.Defaults = before);
        return new DefaultsResult(defaults, []);
    }

    public async Task<bool> ForgetAsync()
    {
        if (!stored.RecordExists)
            return false;
        await stored.ClearStateAsync();
        return true;
    }
}

/// <summary>What an owner's defaults are in the database.</summary>
internal sealed class StoredDefaults
{
    public WebsiteChanges Defaults { get; set; } = WebsiteChanges.None;
}
