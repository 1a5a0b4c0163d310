using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>Keeps one status page. What visitors see is put together elsewhere, see <see cref="StatusPageViewGrain"/>.</summary>
[GrainType("status-page")]
internal sealed partial class StatusPageGrain(
    [PersistentState("status-page", StorageNames.Grains)] IPersistentState<StatusPageState> stored,
    OwnHosts hosts,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IStatusPageGrain
{
    private StatusPageSlug _slug = null!;

    private IStatusPagesGrain All => GrainFactory.GetGrain<IStatusPagesGrain>(0);

    private StatusPage? Page => stored.State.ToPage(_slug);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _slug = StatusPageSlug.FromGrainKey(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public Task<StatusPage?> GetAsync() => Task.FromResult(Page);

    public async Task<StatusPageAnswer> CreateAsync(StatusPageSettings settings)
    {
        if (Page is { } there)
            return new StatusPageAnswer(StatusPageOutcome.Exists, there, []);
        var now = clock.GetUtcNow();
        return await PutAsync(stored.State with { Settings = settings, CreatedAt = now, Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) });
    }

    public async Task<StatusPageAnswer> ChangeAsync(StatusPageSettings settings, long? version)
    {
        if (Page is not { } there)
            return Missing;
        if (version is not null && version != there.Version)
            return new StatusPageAnswer(StatusPageOutcome.Outdated, there, []);
        return await PutAsync(stored.State with { Settings = settings });
    }

    public async Task<StatusPageAnswer> SetPasswordAsync(string? password)
    {
        if (Page is null)
            return Missing;
        if (password is null)
            return await SaveAsync(stored.State with { Password = null, PasswordMark = null });
        if (PagePasswordRules.FindProblem(password) is { } problem)
            return Refused(problem);
        return await SaveAsync(stored.State with { Password = PagePasswordRules.Hash(password, RandomNumberGenerator.GetBytes(16)), PasswordMark = Guid.NewGuid().ToString("N") });
    }

    public async Task<bool> RemoveAsync()
    {
        var isThere = Page is not null;
        if (isThere)
            await WriteAsync(Stamp(new StatusPageState()));

        // Also when there is none: a page that was noted and never stored has nobody else to strike it out.
        await All.ForgetAsync(_slug);
        return isThere;
    }

    private static StatusPageAnswer Missing { get; } = new(StatusPageOutcome.Missing, null, []);

    private StatusPageAnswer Refused(params IReadOnlyList<SettingProblem> problems) => new(StatusPageOutcome.Refused, Page, problems);

    // The list first: it alone knows whether the domain is free. A crash in between leaves a page in it that is not there, which making or removing it mends.
    private async Task<StatusPageAnswer> PutAsync(StatusPageState state)
    {
        var settings = StatusPageRules.Tidy(state.Settings!);
        var problems = StatusPageRules.FindProblems(settings).ToList();
        if (hosts.FindProblem(settings.Domain) is { } own)
            problems.Add(own);
        return problems.Count > 0 ? Refused(problems) : await SaveAsync(state with { Settings = settings });
    }

    private async Task<StatusPageAnswer> SaveAsync(StatusPageState state)
    {
        var next = Stamp(state);
        if (await All.NoteAsync(next.ToPage(_slug)!.ToSummary()) is { } taken)
            return Refused(taken);
        await WriteAsync(next);
        return new StatusPageAnswer(StatusPageOutcome.Done, Page, []);
    }

    private StatusPageState Stamp(StatusPageState next) => next with { Version = stored.State.Version + 1, ChangedAt = clock.GetUtcNow() };

    private async Task WriteAsync(StatusPageState next)
    {
        var before = stored.State;
        stored.State = next;
        await this.StoreAsync(stored, () => stored.State = before);
    }
}
