using Orleans.Runtime.Placement;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// Where it lives: where its reminder is. When silos join or leave, each website follows its reminder at the end of its next check.
internal sealed partial class WebsiteGrain : IGrainMigrationParticipant
{
    private const string LuggageKey = "uptime.website";
    private bool _isCounted;

    // The stored state moves by itself, read once and written never: what has been decided but is not worth a write must be in it.
    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        stored.State.Website = _website;
        dehydrationContext.TryAddValue(LuggageKey, new Luggage(_lastCheck, _servedDue));
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        if (rehydrationContext.TryGetValue<Luggage>(LuggageKey, out var luggage) && luggage is not null)
            (_lastCheck, _servedDue) = luggage;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_isCounted)
            figures.CountWebsite(-1);
        return Task.CompletedTask;
    }

    private void CountOnce()
    {
        if (_isCounted || _website is null)
            return;
        _isCounted = true;
        figures.CountWebsite(1);
    }

    private void MoveHome()
    {
        var id = this.GetGrainId();
        if (home.IsHere(id) || HasUnfinishedBusiness || home.Elsewhere(id) is not { } owner)
            return;
        RequestContext.Set(IPlacementDirector.PlacementHintKey, owner);
        this.MigrateOnIdle();
    }

    // Whatever waits for a timer would be late after a move; it is not far away, and the next check comes.
    private bool HasUnfinishedBusiness => _website is null or { Unsent.Count: > 0 } || _isUnsaved || _lookAgain is not null || _overdueLook is not null;

    [GenerateSerializer, Immutable, Alias("uptime.website-luggage")]
    internal sealed record Luggage(
        [property: Id(0)] CheckSummary? LastCheck,
        [property: Id(1)] DateTimeOffset? ServedDue);
}
