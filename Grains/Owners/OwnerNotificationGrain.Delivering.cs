using Orleans.Storage;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.Owners;

// How what waits in the outbox gets out: one delivery at a time, each noted before the next.
internal sealed partial class OwnerNotificationGrain
{
    private static readonly TimeSpan _leastDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _saveAgainIn = TimeSpan.FromSeconds(15);

    private void DeliverIn(TimeSpan delay)
    {
        if (_isDelivering)
            return;
        _delivering?.Dispose();
        _delivering = this.RegisterGrainTimer(
            DeliverDueAsync,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
    }

    private async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        if (_isDelivering)
            return;
        _isDelivering = true;
        try
        {
            if (_isUnsaved)
                await TrySaveAsync();
            while (Outbox.NextDue(stored.State, clock.GetUtcNow(), _unstored) is var (alert, recipient))
                await DeliverAsync(alert, recipient, cancellationToken);
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
            _isDelivering = false;
        }

        PlanNext();
    }

    private async Task DeliverAsync(WaitingAlert alert, WaitingRecipient recipient, CancellationToken cancellationToken)
    {
        var answer = await notifier.DeliverAsync(alert.Alert, recipient.Address, cancellationToken);
        var delivery = Outbox.Note(
            stored.State, _owner, notifier.Channel, alert, recipient, answer, clock.GetUtcNow(), Random.Shared.NextDouble());
        journal.Record(delivery);
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

        await TrySaveAsync();
    }

    // The reminder is left to end itself at its next tick: alerts often come in pairs, and it costs two writes to set it anew.
    private void PlanNext()
    {
        _delivering?.Dispose();
        _delivering = null;
        var delay = Outbox.NextDueAt(stored.State) - clock.GetUtcNow();
        if (_isUnsaved && (delay is null || delay > _saveAgainIn))
            delay = _saveAgainIn;
        if (delay is { } due)
            DeliverIn(due > _leastDelay ? due : _leastDelay);
    }
}
