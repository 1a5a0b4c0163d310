using Orleans.Storage;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Limits;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

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
    private readonly Dictionary<string, (IGrainTimer Timer, DateTimeOffset Due)> _timers = [];
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
        var timer = this.RegisterGrainTimer(
            DeliverDueAsync, channel,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        _timers[channel] = (timer, clock.GetUtcNow() + delay);
    }

    // Thousands of alerts may come while one message is gathered: the timer that is set for it will do for all of them.
    private void DeliverBy(string channel, DateTimeOffset due)
    {
        if (_timers.TryGetValue(channel, out var planned) && planned.Due <= due)
            return;
        var delay = due - clock.GetUtcNow();
        DeliverIn(channel, delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
    }

    private async Task DeliverDueAsync(string channel, CancellationToken cancellationToken)
    {
        if (!_busy.Add(channel))
            return;
        try
        {
            if (IsUnsaved || clock.GetUtcNow() - _planned[channel] > _frozenAfter)
                await TrySaveAsync();      // fails when somebody else has written
            while (NextDue(channel) is { } message)
                await DeliverAsync(message, cancellationToken);
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

    private DueMessage? NextDue(string channel)
    {
        var now = clock.GetUtcNow();
        if (LimitRules.Fold(stored.State, channel, Limit(channel), now))
            _changes++;
        return Outbox.NextDue(stored.State, channel, now, _unstored, AlertsPerMessage(channel));
    }

    private async Task DeliverAsync(DueMessage message, CancellationToken cancellationToken)
    {
        var channel = stored.State.AllChannels().First(one => one.Id == message.Recipient.Channel);
        var bundle = message.ToBundle() with { LastUntil = LimitRules.LastUntil(stored.State, channel.Id, Limit(channel.Id), clock.GetUtcNow()) };
        var answer = await postman.DeliverAsync(bundle, channel, stored.State.Templates.GetValueOrDefault(channel.Kind), cancellationToken);
        NoteTemplate(channel.Kind, answer.TemplateProblem);
        var deliveries = Outbox.Note(stored.State, _owner, channel, message, answer, clock.GetUtcNow(), Random.Shared.NextDouble());
        foreach (var delivery in deliveries)
            journal.Record(delivery);
        if (deliveries is [var first, ..])      // none when it was taken out of the outbox meanwhile
            Log(first, others: deliveries.Count - 1);

        var broken = answer is DeliveryAnswer.GiveUp { IsChannelBroken: true } refused ? refused : null;
        if (broken is not null)
            LogChannelBroke(LogName, channel.LogName, channel.Kind, LogWords.WithoutAddresses(broken.Reason));
        _changes++;
        _notesUnsaved += message.Alerts.Count;
        if (Outbox.IsWorthSaving(_notesUnsaved, stored.State.Waiting.Count))
            await TrySaveAsync();
        if (broken is not null)
            DeliverAll();
    }

    private ChannelKind? KindOf(string channel) =>
        stored.State.AllChannels().FirstOrDefault(one => one.Id == channel) is { } found ? postman.KindOf(found) : null;

    private int AlertsPerMessage(string channel) => KindOf(channel)?.AlertsPerMessage ?? int.MaxValue;

    private int Limit(string channel) => KindOf(channel) is { } kind ? LimitRules.Limit(options.Value, kind.Medium) : 0;

    private void Log(Delivery delivery, int others)
    {
        var alert = others == 0 ? delivery.AlertId : $"{delivery.AlertId} with {others} others";
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Delivered:
                LogDelivered(LogName, alert, delivery.Channel, delivery.Attempt);
                break;
            case DeliveryOutcome.TryAgain:
                LogTryAgain(LogName, alert, delivery.Channel, delivery.Attempt, LogWords.WithoutAddresses(delivery.Answer));
                break;
            default:
                LogGaveUp(LogName, alert, delivery.Channel, LogWords.WithoutAddresses(delivery.Answer));
                break;
        }
    }

    // The reminder is left to end itself at its next tick: alerts often come in pairs, and it costs two writes to set it anew.
    private void PlanNext(string channel)
    {
        ForgetTimer(channel);
        var delay = Outbox.NextDueAt(stored.State, channel, AlertsPerMessage(channel)) - clock.GetUtcNow();
        if (IsUnsaved && (delay is null || delay > _saveAgainIn))
            delay = _saveAgainIn;
        if (delay is { } due)
            DeliverIn(channel, due > _leastDelay ? due : _leastDelay);
    }

    private void ForgetTimer(string channel)
    {
        if (_timers.Remove(channel, out var planned))
            planned.Timer.Dispose();
    }
}
