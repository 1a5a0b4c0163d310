using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class SystemResolverTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SocketError.HostNotFound, FailureKind.NameNotFound, "NXDOMAIN")]
    [InlineData(SocketError.NoData, FailureKind.NameNotFound, "NODATA")]
    [InlineData(SocketError.TryAgain, FailureKind.NameLookupFailed, "EAI_AGAIN")]
    [InlineData(SocketError.NoRecovery, FailureKind.NameLookupFailed, "EAI_FAIL")]
    public async Task What_the_system_says_is_named(SocketError error, FailureKind kind, string detail)
    {
        var answer = await new SystemResolver(_ => Task.FromException<IPAddress[]>(new SocketException((int)error))).LookUpAsync("intranet", Patience);

        (answer.Failure, answer.Detail).ShouldBe((kind, detail));
    }

    [Fact]
    public async Task The_next_one_waits_for_its_turn_without_a_thread()
    {
        using var turns = new SemaphoreSlim(1);
        var first = new TaskCompletionSource<IPAddress[]>();
        var resolver = new SystemResolver(name => name == "slow" ? first.Task : Task.FromResult<IPAddress[]>([IPAddress.Loopback]), turns);

        var slow = resolver.LookUpAsync("slow", Patience);
        var next = resolver.LookUpAsync("next", Patience);
        next.IsCompleted.ShouldBeFalse();
        first.SetResult([IPAddress.Loopback]);

        (await next).Addresses.ShouldBe([IPAddress.Loopback]);
        (await slow).Addresses.ShouldBe([IPAddress.Loopback]);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_turn_to_the_thread_that_is_still_blocked()
    {
        using var turns = new SemaphoreSlim(1);
        using var caller = new CancellationTokenSource();
        var blocked = new TaskCompletionSource<IPAddress[]>();
        var resolver = new SystemResolver(_ => blocked.Task, turns);

        var given = resolver.LookUpAsync("slow", caller.Token);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        turns.CurrentCount.ShouldBe(0);

        blocked.SetResult([]);
        turns.CurrentCount.ShouldBe(1);
    }
}
