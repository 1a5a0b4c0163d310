using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

// What people change who read it before.
internal sealed partial class OwnerNotificationGrain
{
    // Compared and changed without an await in between, so that of two who read the same only one changes it.
    public Task<OwnerChangeResult> ChangeAsync(OwnerChange change, string? ifMark) => ifMark is not null && ifMark != OwnerMark.Of(stored.State)
        ? Task.FromResult(new OwnerChangeResult(IsOutdated: true, []))
        : MakeAsync(change);

    // What is being gathered keeps its moment: it was stored with each alert.
    public async Task<IReadOnlyList<string>> SetDigestWindowAsync(TimeSpan? window)
    {
        if (DigestRules.Problems(window) is { Count: > 0 } problems)
            return problems;
        await ChangeContactsAsync(state => state.DigestWindow = window);
        return [];
    }

    private async Task<OwnerChangeResult> MakeAsync(OwnerChange change)
    {
        switch (change)
        {
            case OwnerChange.Emails emails:
                await SetEmailsAsync(emails.All);
                return new OwnerChangeResult(IsOutdated: false, []);
            case OwnerChange.Quiet quiet:
                return new OwnerChangeResult(IsOutdated: false, await SetQuietHoursAsync(quiet.Hours));
            case OwnerChange.Digest digest:
                return new OwnerChangeResult(IsOutdated: false, await SetDigestWindowAsync(digest.Window));
            case OwnerChange.Report report:
                return new OwnerChangeResult(IsOutdated: false, await SetReportAsync(report.Plan));
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "Not a change of an owner.");
        }
    }
}
