using Orleans.Storage;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

// Now and then, how the owner's websites did.
internal sealed partial class OwnerNotificationGrain
{
    private bool _isReporting;

    public async Task<IReadOnlyList<string>> SetReportAsync(ReportPlan? plan)
    {
        if (plan is not null && ReportRules.Problems(plan) is { Count: > 0 } problems)
            return problems;
        await ChangeContactsAsync(state => state.Reports = plan is null ? null : new StoredReports(plan, clock.GetUtcNow()));
        await PlanMomentAsync();
        return [];
    }

    private async Task ReportAsync()
    {
        if (_isReporting || database.IsAway || ReportRules.Due(stored.State.Reports, clock.GetUtcNow()) is not { } due)
            return;
        _isReporting = true;
        try
        {
            var websites = await reports.ReadAsync(_owner, due.From, due.To, CancellationToken.None);
            if (stored.State.Reports is { } before && ReportRules.Due(before, clock.GetUtcNow()) == due)
                await ReportAsync(before, due, websites);
        }
        catch (Exception e)
        {
            LogNoReport(e, LogName);
            if (e is InconsistentStateException)
                DeactivateOnIdle();
        }
        finally
        {
            _isReporting = false;
        }
    }

    // The report and that it is done go into the database in one write, as with reminders.
    private async Task ReportAsync(StoredReports before, DueReport due, IReadOnlyList<WatchedWebsite> websites)
    {
        var now = clock.GetUtcNow();
        var alert = ReportRules.Write(_owner, due, ReportRules.Sum(due, websites), now);
        stored.State.Reports = before with { DoneUntil = due.At };
        if (websites.Count > 0 && !Outbox.Knows(stored.State, alert.Id))
            Outbox.Accept(stored.State, alert, now);
        try
        {
            await StoreNewAsync(alert.Id);
        }
        catch
        {
            if (stored.State.Reports?.Plan == before.Plan)
                stored.State.Reports = before;
            throw;
        }

        if (stored.State.Waiting.Count == 0)
            return;
        await EnsureReminderAsync();
        DeliverAll();
    }
}
