using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Tells one owner what there is to tell, and forgets nothing until it is told.</summary>
/// <remarks>
/// Reentrant, so that accepting never waits behind a slow mail server. Every change of the state happens between two awaits; writes
/// that overlap are joined by Orleans. At most one delivery is under way at a time.
/// </remarks>
[GrainType("owner-notification"), Reentrant]
internal sealed partial class OwnerNotificationGrain(
    [PersistentState("owner-notification", StorageNames.Grains)] IPersistentState<OwnerState> stored,
    INotifier notifier,
    IJournal journal,
    IOwnerBook book,
    IDatabaseWatch database,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<OwnerNotificationGrain> logger) : Grain, IOwnerNotificationGrain, IRemindable, IDisposable
{
    private const string ReminderName = "outbox";
    private static readonly TimeSpan _wakeEvery = TimeSpan.FromMinutes(1);

    private OwnerId _owner = OwnerId.Default;
    private IGrainTimer? _delivering;
    private readonly SemaphoreSlim _reminderGate = new(1, 1);
    private bool _hasReminder;
    private bool _isDelivering;
    private bool _isUnsaved;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _owner = OwnerId.FromGrainKey(this.GetPrimaryKeyString());
        if (stored.State.Waiting.Count > 0)
            DeliverIn(TimeSpan.Zero);
        if (stored.RecordExists)
            WriteIntoBook();
        return Task.CompletedTask;
    }

    public Task AcceptAsync(Alert alert) => AcceptToldAsync(alert, []);

    public async Task AcceptToldAsync(Alert alert, IReadOnlyList<ToldRecipient> told)
    {
        var now = clock.GetUtcNow();
        var isNew = !Outbox.Knows(stored.State, alert.Id);
        if (isNew)
            Outbox.Accept(stored.State, alert, now);
        Outbox.NoteTold(stored.State, alert.Id, told);

        // Known or not, it must be stored and have somebody to wake it before it counts as accepted: the first try may have failed half-way.
        await (isNew ? StoreNewAsync(alert.Id) : SaveAsync());
        if (isNew && stored.State.Emails.Count == 0 && told.Count == 0)
        {
            LogNobodyToTell(LogName, alert.Id);
            journal.Record(NobodyToTell(alert, now));
        }

        if (stored.State.Waiting.Count == 0)
            return;
        await EnsureReminderAsync();
        DeliverIn(TimeSpan.Zero);
    }

    public async Task<OwnerStatus> SetEmailsAsync(IReadOnlyList<EmailAddress> emails)
    {
        Outbox.ChangeEmails(stored.State, [.. emails.Distinct().Take(OwnerStatus.MaximumEmails)], clock.GetUtcNow());
        stored.State.ContactsVersion = Math.Max(stored.State.ContactsVersion + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await SaveAsync();
        WriteIntoBook();
        if (stored.State.Waiting.Count > 0)
            DeliverIn(TimeSpan.Zero);
        return await GetStatusAsync();
    }

    public Task<OwnerStatus> AddEmailsAsync(IReadOnlyList<EmailAddress> emails)
    {
        var all = stored.State.Emails.Concat(emails).Distinct().Take(OwnerStatus.MaximumEmails).ToArray();
        return all.Length == stored.State.Emails.Count ? GetStatusAsync() : SetEmailsAsync(all);
    }

    public Task<OwnerStatus> GetStatusAsync() => Task.FromResult(new OwnerStatus
    {
        Id = _owner,
        Emails = [.. stored.State.Emails],
        WaitingAlerts = stored.State.Waiting.Count,
        LastFailure = stored.State.Waiting.SelectMany(waiting => waiting.Recipients).Select(recipient => recipient.LastFailure).FirstOrDefault(failure => failure is not null),
        NextAttemptAt = Outbox.NextDueAt(stored.State),
    });

    public Task ReceiveReminder(string reminderName, TickStatus status) => ReceiveReminder(reminderName, status, CancellationToken.None);

    // Only there to bring this grain back into memory after a crash; the timer does the rest.
    public Task ReceiveReminder(string reminderName, TickStatus status, CancellationToken cancellationToken)
    {
        if (stored.State.Waiting.Count == 0 && !_isUnsaved)
            return StopReminderAsync();
        if (!_isDelivering && _delivering is null)
            DeliverIn(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public void Dispose() => _reminderGate.Dispose();

    private void WriteIntoBook() => book.Write(new OwnerRow(_owner, new OwnerContacts([.. stored.State.Emails]), stored.State.ContactsVersion));

    private Delivery NobodyToTell(Alert alert, DateTimeOffset now) => new()
    {
        AlertId = alert.Id,
        Owner = _owner,
        Channel = notifier.Channel,
        Recipient = "",
        Attempt = 0,
        At = now,
        Outcome = DeliveryOutcome.GaveUp,
        Answer = "Nobody to tell: this owner has no e-mail address.",
    };

    // The gate keeps setting and stopping apart: an alert accepted while the reminder is being stopped sets it anew afterwards.
    private async Task EnsureReminderAsync()
    {
        await _reminderGate.WaitAsync();
        try
        {
            if (!_hasReminder)
                await this.RegisterOrUpdateReminder(ReminderName, _wakeEvery, _wakeEvery);
            _hasReminder = true;
        }
        finally
        {
            _reminderGate.Release();
        }
    }

    private async Task StopReminderAsync()
    {
        await _reminderGate.WaitAsync();
        try
        {
            if (stored.State.Waiting.Count > 0 || _isUnsaved)
                return;
            _hasReminder = false;
            if (await this.GetReminder(ReminderName) is { } reminder)
                await this.UnregisterReminder(reminder);
        }
        finally
        {
            _reminderGate.Release();
        }
    }
}
