using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>What has to be done about one owner.</summary>
internal sealed class OwnerPlan(DeclaredOwner declared, bool isPruning, DateTimeOffset now)
{
    private readonly PlanPart part = new();

    public async Task<PlanPart> MakeAsync(ICluster cluster, IReadOnlyList<ChannelKind> kinds, CancellationToken cancellationToken)
    {
        var present = await cluster.AskAsync(grains => Grain(grains).GetStatusAsync(), cancellationToken);
        if (declared.Emails is { } emails)
            AddEmails(emails, present.Emails);
        if (declared.Channels is { } channels)
            new ChannelPlan(declared.Id, part, isPruning).Add(channels, present.Channels, await AskWhichAreThereAsync(channels, cluster, cancellationToken), kinds);
        if (declared.SpeaksOfQuietHours && !AreSame(declared.QuietHours, present.Quiet))
            Add("quiet-hours", "quiet hours", declared.QuietHours is null, present.Quiet is null, grain => grain.SetQuietHoursAsync(declared.QuietHours));
        if (declared.SpeaksOfDigestWindow && declared.DigestWindow != present.DigestWindow)
            Add("digest-window", "digest window", declared.DigestWindow is null, present.DigestWindow is null, grain => grain.SetDigestWindowAsync(declared.DigestWindow));
        if (declared.SpeaksOfReport && declared.Report != present.Report)
            Add("report", "report", declared.Report is null, present.Report is null, grain => grain.SetReportAsync(declared.Report));
        if (declared.Windows is { } windows)
            new WindowPlan(declared.Id, part, isPruning, now).Add(
                windows, await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(declared.Id.GrainKey).ListAsync(), cancellationToken));
        return part;
    }

    // The silos have the secrets, and say no more of them than whether they are these.
    private async Task<IReadOnlyDictionary<DeclaredChannel, IReadOnlyList<string>>> AskWhichAreThereAsync(
        IReadOnlyList<DeclaredChannel> channels, ICluster cluster, CancellationToken cancellationToken)
    {
        var there = new Dictionary<DeclaredChannel, IReadOnlyList<string>>();
        foreach (var channel in channels)
            there[channel] = await cluster.AskAsync(grains => Grain(grains).FindChannelsAsync(channel.Kind, channel.Settings), cancellationToken);
        return there;
    }

    private void AddEmails(IReadOnlyList<EmailAddress> wanted, IReadOnlyList<EmailAddress> present)
    {
        var (added, surplus) = (wanted.Except(present).ToList(), present.Except(wanted).ToList());
        if (!isPruning)
            part.AddSurplus(surplus.Count, "address", "addresses", declared.Id, string.Join(", ", surplus));
        if (added.Count == 0 && (!isPruning || surplus.Count == 0))
            return;
        var details = added.Select(email => $"+{email}").Concat(isPruning ? surplus.Select(email => $"-{email}") : []);
        part.Changes.Add(new PlannedChange(PlanAction.Change, "emails", declared.Id, "addresses", string.Join(" ", details), async (cluster, cancellation) =>
        {
            var status = await cluster.AskAsync(grains => isPruning ? Grain(grains).SetEmailsAsync(wanted) : Grain(grains).AddEmailsAsync(wanted), cancellation);
            var left = wanted.Except(status.Emails).ToList();
            return left.Count == 0 ? null : $"not added, because at most {OwnerStatus.MaximumEmails} addresses are taken: {string.Join(", ", left)}.";
        }));
    }

    private void Add(string kind, string what, bool isNone, bool wasNone, Func<IOwnerNotificationGrain, Task<IReadOnlyList<string>>> change) => part.Changes.Add(new PlannedChange(
        isNone ? PlanAction.Remove : wasNone ? PlanAction.Add : PlanAction.Change, kind, declared.Id, what, "",
        async (cluster, cancellation) => await cluster.AskAsync(grains => change(Grain(grains)), cancellation) is { Count: > 0 } problems ? string.Join(' ', problems) : null));

    private IOwnerNotificationGrain Grain(IGrainFactory grains) => grains.GetGrain<IOwnerNotificationGrain>(declared.Id.GrainKey);

    private static bool AreSame(QuietHours? one, QuietHours? other) =>
        one is null || other is null
            ? one is null && other is null
            : (one.From, one.To, one.Zone, one.HoldsAll) == (other.From, other.To, other.Zone, other.HoldsAll) && Days(one).SetEquals(Days(other));

    // None at all means every day.
    private static HashSet<DayOfWeek> Days(QuietHours quiet) => quiet.Days.Count > 0 ? [.. quiet.Days] : [.. Enum.GetValues<DayOfWeek>()];
}
