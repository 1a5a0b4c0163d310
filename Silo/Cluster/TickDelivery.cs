using UptimeSquirrel.Grains.Overdue;

namespace UptimeSquirrel.Silo.Cluster;

/// <summary>
/// Delivers ticks of reminders: each in its turn, and again when it was under way to a silo that is just leaving. The website then lives elsewhere; without
/// this its check would be left out until the next tick. That a tick may come twice is nothing new to a website.
/// </summary>
internal sealed class TickDelivery(TickBacklog backlog, TimeProvider clock) : IOutgoingGrainCallFilter, IIncomingGrainCallFilter, IDisposable
{
    // Enough to keep every processor and the database busy, and so few that whoever asks for a status meanwhile need not wait long behind them.
    private const int OnTheirWay = 256;

    // A silo that leaves is out of everyone's way within about a second; one that crashed is noticed before the call fails.
    private static readonly TimeSpan[] _pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly TickTurns _turns = new(OnTheirWay, backlog);

    public Task Invoke(IOutgoingGrainCallContext context) => IsTick(context) ? _turns.DeliverAsync(context.TargetId, context, DeliverAsync) : context.Invoke();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (IsTick(context))
            _turns.Arrived(context.TargetId);
        return context.Invoke();
    }

    public void Dispose() => _turns.Dispose();

    private static bool IsTick(IGrainCallContext context) => context.Request.GetInterfaceType() == typeof(IRemindable);

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
