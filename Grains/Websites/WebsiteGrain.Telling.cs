using UptimeSquirrel.Grains.Flapping;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// How alerts get from here into the owner's outbox: stored first, handed over, struck out when the owner's grain has stored them.
internal sealed partial class WebsiteGrain
{
    private async Task TellAsync()
    {
        if (_isUnsaved)
            return;
        if (database.IsAway)
            await SpoolAsync();
        if (database.IsAway || spool.Holds(_id))
        {
            FinishTellingIn(_trySavingAgainIn);
            return;
        }

        var owner = GrainFactory.GetGrain<IOwnerNotificationGrain>(_website!.Owner.GrainKey);
        var before = _website.Standing;
        try
        {
            while (_website is { Unsent: [var alert, ..] })
            {
                await owner.AcceptAsync(alert);
                _website = _website with { Unsent = [.. _website.Unsent.Skip(1)] };
            }
        }
        catch (Exception e)
        {
            LogNotHandedOver(e, LogName, _website!.Unsent.Count);
            FinishTellingIn(_trySavingAgainIn);
            return;
        }

        if (_website is not null)
            await SaveAsync(before);
    }

    // So that nobody is reminded of what is not watched any more. If that cannot be said now, the owner's next reminder finds it out.
    private async Task ForgetOutageAsync(WebsiteState before)
    {
        if (before.Standing != Standing.Down && !FlappingRules.IsFlapping(before.Quiet?.Flaps))
            return;
        try
        {
            await GrainFactory.GetGrain<IOwnerNotificationGrain>(before.Owner.GrainKey).ForgetOutageAsync(_id);
        }
        catch (Exception e)
        {
            LogOutageNotForgotten(e, _id);
        }
    }

    private void FinishTellingIn(TimeSpan delay)
    {
        _finishTelling?.Dispose();
        _finishTelling = this.RegisterGrainTimer(
            _ => FinishTellingAsync(), new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    private async Task FinishTellingAsync()
    {
        if (_website is null)
            return;
        if (_isUnsaved && !await SaveAsync(_website.Standing))
            return;
        if (_website is { Unsent.Count: > 0 })
            await TellAsync();
    }
}
