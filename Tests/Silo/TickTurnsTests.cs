using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Silo.Cluster;

namespace UptimeSquirrel.Tests.Silo;

/// <summary>A silo that is behind is late, in the order of what is due, and sends no more at once than it can serve.</summary>
public sealed class TickTurnsTests : IDisposable
{
    private readonly TickBacklog _backlog = new();
    private readonly List<string> _sent = [];
    private readonly TickTurns _turns;

    public TickTurnsTests() => _turns = new TickTurns(2, _backlog);

    public void Dispose() => _turns.Dispose();

    [Fact]
    public void No_more_ticks_are_sent_than_may_be_on_their_way()
    {
        foreach (var name in (string[])["a", "b", "c"])
            _ = SendAsync(name, new TaskCompletionSource());
        _sent.ShouldBe(["a", "b"]);
        _backlog.IsThere.ShouldBeTrue();
    }

    [Fact]
    public async Task A_tick_that_arrived_makes_room_although_its_check_takes_for_ever()
    {
        var (never, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        _ = SendAsync("a", never);
        _ = SendAsync("b", never);
        done.SetResult();
        var third = SendAsync("c", done);

        _turns.Arrived(Grain("a"));

        await third;
        _sent.ShouldBe(["a", "b", "c"]);
        _backlog.IsThere.ShouldBeFalse();
    }

    [Fact]
    public async Task A_tick_for_a_grain_that_lives_elsewhere_makes_room_when_it_was_served()
    {
        var (served, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = SendAsync("a", served);
        _ = SendAsync("b", never);
        var third = SendAsync("c", served);

        served.SetResult();

        await Task.WhenAll(first, third);
        _sent.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_tick_that_arrived_and_was_served_makes_room_once()
    {
        var (served, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = SendAsync("a", served);
        _turns.Arrived(Grain("a"));
        served.SetResult();
        await first;

        foreach (var name in (string[])["b", "c", "d"])
            _ = SendAsync(name, never);
        _sent.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_tick_that_failed_makes_room_too()
    {
        for (var i = 0; i < 3; i++)
            await Should.ThrowAsync<TimeoutException>(() => _turns.DeliverAsync(Grain("a"), 0, _ => throw new TimeoutException()));
    }

    [Fact]
    public async Task Two_reminders_of_one_grain_take_two_turns_and_give_back_two()
    {
        var (served, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        var both = Task.WhenAll(SendAsync("a", served), SendAsync("a", served));
        _turns.Arrived(Grain("a"));
        served.SetResult();
        await both;

        foreach (var name in (string[])["b", "c", "d"])
            _ = SendAsync(name, never);
        _sent.ShouldBe(["a", "a", "b", "c"]);
    }

    private Task SendAsync(string name, TaskCompletionSource served) => _turns.DeliverAsync(Grain(name), name, tick =>
    {
        _sent.Add(tick);
        return served.Task;
    });

    private static GrainId Grain(string key) => GrainId.Create("website", key);
}
