using System.Net;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class AddressTurnsTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("192.0.2.2");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Only_so_many_go_to_one_address_at_once()
    {
        var turns = new AddressTurns(2, _clock);

        turns.TryTake(Here).ShouldBeTrue();
        turns.TryTake(Here).ShouldBeTrue();
        turns.TryTake(Here).ShouldBeFalse();
        turns.TryTake(Elsewhere).ShouldBeTrue();
    }

    [Fact]
    public void The_same_address_in_another_spelling_is_the_same_address()
    {
        var turns = new AddressTurns(1, _clock);

        turns.TryTake(IPAddress.Parse("2001:db8::1")).ShouldBeTrue();
        turns.TryTake(IPAddress.Parse("2001:DB8:0:0:0::1")).ShouldBeFalse();
    }

    [Fact]
    public async Task Those_who_wait_are_served_in_the_order_they_came()
    {
        var turns = new AddressTurns(1, _clock);
        turns.TryTake(Here);
        var first = TakeAsync(turns);
        var second = TakeAsync(turns);

        turns.GiveBack(Here);
        (await first).ShouldBeTrue();
        second.IsCompleted.ShouldBeFalse();

        turns.GiveBack(Here);
        (await second).ShouldBeTrue();
        turns.TryTake(Here).ShouldBeFalse();

        turns.GiveBack(Here);
        turns.TryTake(Here).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_has_lost_patience_is_passed_over()
    {
        var turns = new AddressTurns(1, _clock);
        turns.TryTake(Here);
        var impatient = TakeAsync(turns);

        _clock.Advance(Patience);
        (await impatient).ShouldBeFalse();

        turns.GiveBack(Here);
        turns.TryTake(Here).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_has_gone_away_is_passed_over()
    {
        var turns = new AddressTurns(1, _clock);
        turns.TryTake(Here);
        using var goner = new CancellationTokenSource();
        var gone = turns.TakeAsync(Here, Patience, goner.Token);
        var next = TakeAsync(turns);

        await goner.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);

        turns.GiveBack(Here);
        (await next).ShouldBeTrue();
    }

    [Fact]
    public async Task No_turn_is_lost_or_doubled_when_many_come_and_go_at_once()
    {
        const int AtOnce = 4;
        var turns = new AddressTurns(AtOnce, TimeProvider.System);
        var (inside, most) = (0, 0);

        await Parallel.ForAsync(0, 5_000, TestContext.Current.CancellationToken, async (i, token) =>
        {
            // Some are in a hurry, so that giving up and being served meet.
            if (!await turns.TakeAsync(Here, TimeSpan.FromMilliseconds(i % 3), token))
                return;
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            turns.GiveBack(Here);
        });

        most.ShouldBeLessThanOrEqualTo(AtOnce);
        Enumerable.Range(0, AtOnce + 1).Select(_ => turns.TryTake(Here)).ShouldBe([true, true, true, true, false]);
    }

    private static Task<bool> TakeAsync(AddressTurns turns) => turns.TakeAsync(Here, Patience, TestContext.Current.CancellationToken);

    private static void InterlockedMax(ref int most, int value)
    {
        for (var before = most; before < value; before = most)
            Interlocked.CompareExchange(ref most, value, before);
    }
}
