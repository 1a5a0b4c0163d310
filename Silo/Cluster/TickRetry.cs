namespace UptimeSquirrel.Silo.Cluster;

/// <summary>
/// Delivers a tick again when it was under way to a silo that is just leaving. The website then lives elsewhere; without this its check would be left
/// out until the next tick. That a tick may come twice is nothing new to a website.
/// </summary>
internal sealed class TickRetry(TimeProvider clock) : IOutgoingGrainCallFilter
{
    // A silo that leaves is out of everyone's way within about a second; one that crashed is noticed before the call fails.
    private static readonly TimeSpan[] _pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    public Task Invoke(IOutgoingGrainCallContext context) =>
        context.Request.GetInterfaceType() == typeof(IRemindable) ? DeliverAsync(context) : context.Invoke();

    private async Task DeliverAsync(IOutgoingGrainCallContext context)
    {
        foreach (var pause in _pauses)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception e) when (e is SiloUnavailableException or OrleansMessageRejectionException)
            {
                await Task.Delay(pause, clock);
            }
        }

        await context.Invoke();
    }
}
