using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// What becomes of a failing look that this silo does not trust: it is kept and counts for nothing, and another silo looks instead.
internal sealed partial class WebsiteGrain
{
    private async Task LookThroughAnotherAsync(SampleWebsite look, CheckRow doubted)
    {
        var (sighting, other) = await lookout.LookThroughAnotherAsync(look);
        if (sighting is not null)
            Record(WebsiteRecords.Check(_id, sighting));
        journal.Record(doubted with { IsDoubted = true });

        if (sighting is null)
        {
            await TakeAsync(StandAsItIs());
            return;
        }

        var step = WebsiteStateMachine.Observe(_id, _website!, new Verdict(sighting.Problem), sighting.At, clock.GetUtcNow(), Patience);
        await TakeAsync(step.NeedsSecondLook ? await AskOthersAsync(look, sighting, other) : step);
    }

    // A suspicion is looked into for as long as it lasts, at the slowest of its paces: there may be very many of them.
    private Step StandAsItIs() => new(
        _website!, MustSave: false, _website!.Standing == Standing.Suspect ? Patience.AskAgainDelay : null, Incident: null);

    private void Record(in CheckRow check)
    {
        var isInMaintenance = quieter.MaintenanceAt(_website!, check.At) is not null;
        journal.Record(check with { IsInMaintenance = isInMaintenance });
        _lastCheck = new CheckSummary(
            check.At, check.StatusCode, check.Latency, check.Failure == FailureKind.None, check.Reason, IsInMaintenance: isInMaintenance)
        {
            IsUnseen = FailureKinds.IsNoNews(check.Failure),
        };
    }
}
