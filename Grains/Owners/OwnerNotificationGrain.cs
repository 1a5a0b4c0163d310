using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Tells one owner what there is to tell, and forgets nothing until it is told.</summary>
/// <remarks>
/// Reentrant, so that accepting never waits behind a slow mail server. Every change of the state happens between two awaits; writes
/// that overlap are joined by Orleans. At most one delivery is under way over each channel at a time.
/// </remarks>
[GrainType("owner-notification"), Reentrant]
internal sealed partial class OwnerNotificationGrain(
    [PersistentState("owner-notification", StorageNames.Grains)] IPersistentState<OwnerState> stored,
    Postman postman,
    IJournal journal,
    IOwnerBook book,
    IDatabaseWatch database,
    IOptions<AlertOptions> options,
    IReportStore reports,
    TemplateDesk desk,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<OwnerNotificationGrain> logger) : Grain, IOwnerNotificationGrain, IRemindable, IDisposable
{
    private const string ReminderName = "outbox";
    private static readonly TimeSpan _wakeEvery = TimeSpan.FromMinutes(1);

    private OwnerId _owner = OwnerId.Default;
    private readonly SemaphoreSlim _reminderGate = new(1, 1);
    private bool _hasReminder;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _owner = OwnerId.FromGrainKey(this.GetPrimaryKeyString());

        // A crash may have come between storing a recovery and drawing its consequences.
        foreach (var waiting in stored.State.Waiting.ToArray())
            IncidentRules.Settle(stored.State, waiting.Alert, clock.GetUtcNow());
        DeliverAll();
        if (stored.RecordExists)
            WriteIntoBook();
        return Task.CompletedTask;
    }

    public Task AcceptAsync(Alert alert) => AcceptToldAsync(alert, []);

    public async Task AcceptToldAsync(Alert alert, IReadOnlyList<ToldChannel> told)
    {
        var now = clock.GetUtcNow();
        var isNew = !Outbox.Knows(stored.State, alert.Id);
        var channels = isNew ? Outbox.Accept(stored.State, alert, now, DigestRules.WindowOf(stored.State, options.Value)) : [];
        var bundleUntil = channels.Count > 0 ? stored.State.Waiting[^1].BundleUntil : null;
        Outbox.NoteTold(stored.State, alert.Id, told);

        // Known or not, it must be stored before it counts as accepted: the first try may have failed half-way.
        await (isNew ? StoreNewAsync(alert.Id) : SaveAsync());
        if (!Outbox.Knows(stored.State, alert.Id))
        {
            // It was being accepted for somebody else, and that failed meanwhile.
            await AcceptToldAsync(alert, told);
            return;
        }

        // What is told at once is saved soon anyway.
        if (IncidentRules.Settle(stored.State, alert, now) && !(Outbox.NextDueAt(stored.State) <= now))
            await TrySaveAsync();
        if (isNew && channels.Count == 0 && told.Count == 0)
            GiveUpUntried(alert, NobodyToTell(), now);
        GiveUpSurplus(now);
        await PlanMomentAsync();
        foreach (var channel in channels.Count > 0 ? channels : Outbox.BusyChannels(stored.State))
            DeliverBy(channel, AlertsPerMessage(channel) > 1 && bundleUntil > now ? bundleUntil.Value : now);
    }

    public async Task<OwnerStatus> SetEmailsAsync(IReadOnlyList<EmailAddress> emails)
    {
        await ChangeContactsAsync(state => Outbox.ChangeEmails(state, [.. emails.Distinct().Take(OwnerStatus.MaximumEmails)], clock.GetUtcNow()));
        return await GetStatusAsync();
    }

    public Task<OwnerStatus> AddEmailsAsync(IReadOnlyList<EmailAddress> emails)
    {
        var all = stored.State.Emails.Concat(emails).Distinct().Take(OwnerStatus.MaximumEmails).ToArray();
        return all.Length == stored.State.Emails.Count && !IsUnsaved ? GetStatusAsync() : SetEmailsAsync(all);
    }

    public Task<OwnerStatus> GetStatusAsync() => Task.FromResult(new OwnerStatus
    {
        Id = _owner,
        Emails = [.. stored.State.Emails],
        WaitingAlerts = stored.State.Waiting.Count,
        LastFailure = stored.State.Waiting.SelectMany(waiting => waiting.Recipients).Select(recipient => recipient.LastFailure).FirstOrDefault(failure => failure is not null),
        NextAttemptAt = Outbox.NextDueAt(stored.State),
        Channels = [.. stored.State.AllChannels().Select(Shown)],
        Incidents = [.. stored.State.Open.Take(OwnerStatus.MaximumIncidents).Select(Shown)],
        Quiet = stored.State.Quiet,
        DigestWindow = stored.State.DigestWindow,
        UsualDigestWindow = options.Value.DigestWindow,
        Report = stored.State.Reports?.Plan,
        Mark = OwnerMark.Of(stored.State),
        Templates = [.. stored.State.Templates.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value.Show(one.Key))],
    });

    public Task ReceiveReminder(string reminderName, TickStatus status) => ReceiveReminder(reminderName, status, CancellationToken.None);

    // Only there to bring this grain back into memory after a crash; the timer does the rest.
    public async Task ReceiveReminder(string reminderName, TickStatus status, CancellationToken cancellationToken)
    {
        if (reminderName == MomentName)
        {
            await ReachMomentAsync();
            return;
        }

        await TellOperatorAsync();
        if (IsUnsaved)
            await TrySaveAsync();
        if (!HasWork)
            await StopReminderAsync();
        await PlanMomentAsync();
        foreach (var channel in Outbox.BusyChannels(stored.State).Where(channel => !_timers.ContainsKey(channel)))
            DeliverIn(channel, TimeSpan.Zero);
    }

    public void Dispose() => _reminderGate.Dispose();

    private string NobodyToTell() =>
        stored.State.RemovedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"Nobody to tell: this owner was removed on {at:yyyy-MM-dd} at {at:HH:mm} UTC.")
        : stored.State.AllChannels().Any() ? "Nobody to tell: none of this owner's channels is for this."
        : "Nobody to tell: this owner has neither an e-mail address nor another channel.";

    private bool HasWork => stored.State.Waiting.Count > 0 || IsUnsaved || Outbox.BrokenUntold(stored.State).Count > 0;

    // Only once the newest alert is stored: one that is refused must not push out another.
    private void GiveUpSurplus(DateTimeOffset now)
    {
        foreach (var surplus in Outbox.TakeSurplus(stored.State))
        {
            _changes++;
            GiveUpUntried(surplus.Alert, $"Given up untried: more than {Outbox.MostWaiting} alerts wait for this owner.", now);
        }
    }

    private void GiveUpUntried(Alert alert, string reason, DateTimeOffset now)
    {
        LogNobodyTold(LogName, alert.Id, reason);
        journal.Record(new Delivery
        {
            AlertId = alert.Id,
            Owner = _owner,
            Channel = StoredChannel.Email,
            Recipient = "",
            Attempt = 0,
            At = now,
            Outcome = DeliveryOutcome.GaveUp,
            Answer = reason,
            Subject = AlertWriter.Write(alert).Subject,
        });
    }
}
