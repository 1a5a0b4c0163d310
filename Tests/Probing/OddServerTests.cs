using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Tests.Probing;

public sealed class OddServerTests
{
    private static readonly Dictionary<string, OddServer> All = OddServers.All.Concat(OddTlsServers.All).Concat(OddHttp2Servers.All).ToDictionary();
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Names))]
    public async Task Whatever_a_server_does_has_a_name_takes_no_longer_than_allowed_and_leaves_no_connection_behind(string name)
    {
        var odd = All[name];

        var result = await odd.LookAsync(odd.Budget, TestContext.Current.CancellationToken);

        (odd.Expected is FailureKind ? (object)result.Failure : result.StatusCode).ShouldBe(odd.Expected, result.Detail);
        (result.Failure == FailureKind.None).ShouldBe(odd.Expected is int, result.Detail);
        result.Took.ShouldBeLessThan(odd.Budget + Slack);
        if (result.Failure != FailureKind.None)
            result.Detail.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("hangs up at once", "connection closed before the answer was complete")]
    [InlineData("resets at once", "ECONNRESET")]
    [InlineData("an SSH server", "not HTTP: Received an invalid status line: 'SSH-2.0-OpenSSH_9.6'.")]
    [InlineData("an endless header", "headers longer than 64 kB")]
    [InlineData("a flood of early hints", "headers longer than 64 kB")]
    [InlineData("HTTP/2 headers without end", "headers longer than 64 kB")]
    [InlineData("301 without a Location", "redirect without a Location")]
    [InlineData("a redirect to a file", "redirect to file:///etc/passwd")]
    [InlineData("a redirect of 20 kB", "redirect to an address of 20001 characters")]
    [InlineData("a Cloudflare challenge", "Cloudflare (cf-mitigated: challenge)")]
    [InlineData("expired", "certificate expired on 2026-01-03")]
    [InlineData("signed by way of SHA-1", "certificate is signed by way of SHA-1 or MD5, which can be forged")]
    [InlineData("RSA of 1024 bits", "certificate has an RSA key of fewer than 2048 bits, which can be broken")]
    public async Task The_cause_is_told(string name, string detail)
    {
        var result = await All[name].LookAsync(Probes.Patient, TestContext.Current.CancellationToken);

        result.Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task No_failure_leaves_an_exception_that_nobody_has_seen()
    {
        var unseen = new List<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) => unseen.Add(e.Exception.ToString());
        TaskScheduler.UnobservedTaskException += note;

        foreach (var odd in All.Values.Where(odd => odd.Expected is FailureKind))
            await odd.LookAsync(odd.Budget == Probes.Hasty ? TimeSpan.FromMilliseconds(100) : odd.Budget, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= note;
        unseen.Where(text => text.Contains("Probing", StringComparison.Ordinal) || text.Contains("System.Net.Http", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
