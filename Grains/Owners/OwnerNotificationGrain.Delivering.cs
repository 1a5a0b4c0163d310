using Orleans.Storage;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.Owners;

// How what waits in the outbox gets out: over each channel one delivery at a time, over all channels at once.
internal sealed partial class OwnerNotificationGrain
{
    // A round that delivers nothing and saves what could not be saved.
    private const string NoChannel = "";

    private static readonly TimeSpan _leastDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _saveAgainIn = TimeSpan.FromSeconds(15);

    // Whose timer comes later than that was frozen: the others may have given this silo up, and another have told what waits here.
    private static readonly TimeSpan _frozenAfter = TimeSpan.FromSeconds(10);

    // By channel. While a channel is busy, its timer stands here for the round that is under way.
    private readonly Dictionary<string, IGrainTimer> _timers = [];
    private readonly HashSet<string> _busy = [];
    private readonly Dictionary<string, DateTimeOffset> _planned = [];

    private void DeliverAll()
    {
        foreach (var channel in Outbox.BusyChannels(stored.State))
            DeliverIn(channel, TimeSpan.Zero);
    }

    private void DeliverIn(string channel, TimeSpan delay)
    {
        if (_busy.Contains(channel))
            return;
        ForgetTimer(channel);
        _planned[channel] = clock.GetUtcNow() + delay;
        _timers[channel] = this.RegisterGrainTimer(
            DeliverDueAsync, channel,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
    }

    private async Task DeliverDueAsync(string channel, CancellationToken cancellationToken)
    {
        if (!_busy.Add(channel))
            return;
        try
        {
            if (IsUnsaved || clock.GetUtcNow() - _planned[channel] > _frozenAfter)
                await TrySaveAsync();      // fails when somebody else has written
            while (Outbox.NextDue(stored.State, channel, clock.GetUtcNow(), _unstored) is var (alert, recipient))
                await DeliverAsync(alert, recipient, cancellationToken);
            if (_notesUnsaved > 0)
                await TrySaveAsync();
            await TellOperatorAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(LogName, stored.State.Waiting.Count);
            return;
        }
        catch (InconsistentStateException e)
        {
            // Another activation of this owner has written meanwhile: what it wrote counts, and this one has to go.
            LogSupplanted(e, LogName);
            DeactivateOnIdle();
            return;
        }
        catch (Exception e)
        {
            LogOutboxStuck(e, LogName, stored.State.Waiting.Count);
        }
        finally
        {
            _busy.Remove(channel);
        }

        PlanNext(channel);
    }

    private async Task DeliverAsync(WaitingAlert alert, WaitingRecipient recipient, CancellationToken cancellationToken)
    {
        var channel = stored.State.AllChannels().First(one => one.Id == recipient.Channel);
        var answer = await postman.DeliverAsync(alert.Alert, channel, cancellationToken);
        var deliveries = Outbox.Note(stored.State, _owner, channel, alert, recipient, answer, clock.GetUtcNow(), Random.Shared.NextDouble());
        foreach (var delivery in deliveries)
        {
            journal.Record(delivery);
            Log(delivery);
        }

        if (answer is DeliveryAnswer.GiveUp { IsChannelBroken: true } broken)
            LogChannelBroke(LogName, channel.LogName, channel.Kind, LogWords.WithoutAddresses(broken.Reason));
        _changes++;
        _notesUnsaved++;
        if (Outbox.IsWorthSaving(_notesUnsaved, stored.State.Waiting.Count))
            await TrySaveAsync();
        if (deliveries.Count > 1)
            DeliverAll();
    }

    private void Log(Delivery delivery)
    {
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Delivered:
                LogDelivered(LogName, delivery.AlertId, delivery.Channel, delivery.Attempt);
                break;
            case DeliveryOutcome.TryAgain:
                LogTryAgain(LogName, delivery.AlertId, delivery.Channel, delivery.Attempt, LogWords.WithoutAddresses(delivery.Answer));
                break;
            default:
                LogGaveUp(LogName, delivery.AlertId, delivery.Channel, LogWords.WithoutAddresses(delivery.Answer));
                break;
        }
    }

    // The reminder is left to end itself at its next tick: alerts often come in pairs, and it costs two writes to set it anew.
    private void PlanNext(string channel)
    {
        ForgetTimer(channel);
        var delay = Outbox.NextDueAt(stored.State, channel) - clock.GetUtcNow();
        if (IsUnsaved && (delay is null || delay > _saveAgainIn))
            delay = _saveAgainIn;
        if (delay is { } due)
            DeliverIn(channel, due > _leastDelay ? due : _leastDelay);
    }

    private void ForgetTimer(string channel)
    {
        if (_timers.Remove(channel, out var timer))
            timer.Dispose();
    }
}
