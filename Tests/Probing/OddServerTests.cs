using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

public sealed class OddServerTests
{
    public static TheoryData<string> Names => [.. OddServers.All.Keys];

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Names))]
    public async Task Whatever_a_server_does_has_a_name_and_leaves_no_connection_behind(string name)
    {
        var (script, expected) = OddServers.All[name];
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = script;

        var result = await Probes.LookAsync(site.Url.Text, expected is FailureKind.AnswerTimeout ? Probes.Hasty : Probes.Patient);

        (result.StatusCode ?? (object)result.Failure).ShouldBe(expected, result.Detail);
        await site.AllClosedAsync().WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("hangs up at once", "connection closed before the answer was complete")]
    [InlineData("resets at once", "ECONNRESET")]
    [InlineData("an SSH server", "not HTTP: Received an invalid status line: 'SSH-2.0-OpenSSH_9.6'.")]
    [InlineData("an endless header", "headers longer than 64 kB")]
    [InlineData("a flood of early hints", "headers longer than 64 kB")]
    [InlineData("301 without a Location", "redirect without a Location")]
    [InlineData("a redirect to a file", "redirect to file:///etc/passwd")]
    [InlineData("a redirect of 20 kB", "redirect to an address of 20001 characters")]
    public async Task The_cause_is_told(string name, string detail)
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = OddServers.All[name].Script;

        var result = await Probes.LookAsync(site.Url.Text, Probes.Patient);

        result.Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task No_failure_leaves_an_exception_that_nobody_has_seen()
    {
        var unseen = new List<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) => unseen.Add(e.Exception.ToString());
        TaskScheduler.UnobservedTaskException += note;

        foreach (var (script, expected) in OddServers.All.Values.Where(odd => odd.Expected is FailureKind))
        {
            await using var site = await LocalWebsite.StartAsync();
            site.Answer = script;
            await Probes.LookAsync(site.Url.Text, expected is FailureKind.AnswerTimeout ? TimeSpan.FromMilliseconds(100) : Probes.Patient);
        }

        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= note;
        unseen.Where(text => text.Contains("Probing", StringComparison.Ordinal) || text.Contains("System.Net.Http", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
