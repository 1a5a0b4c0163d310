using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Tests.Client;

public sealed class SiloTableTests
{
    [Fact]
    public void Every_silo_has_a_line_and_the_last_line_says_what_they_do_together()
    {
        var terminal = new TestTerminal(width: 120);

        SiloTable.Write(terminal.Terminal, new ClusterStatus([Working("a:11111"), Silent("b:11111")]), Samples.Now);

        terminal.OutLines.ShouldBe(
        [
            "SILO     REGION           AGE  WEBSITES  CHECKS/S  LATE (p99)  MEMORY  COVERAGE",
            "a:11111  bern             3 h     1,500      99.9       23 ms  300 MB   99.99 %",
            "b:11111  does not answer",
            "2 silos, 1,500 websites, 99.9 checks a second, coverage 99.99 %",
        ]);
    }

    [Fact]
    public void Coverage_is_never_rounded_up_and_unknown_while_nothing_was_due()
    {
        SiloTable.Summary(new ClusterStatus([Working("a") with { Checks = 999_999, MissedChecks = 1 }])).ShouldEndWith("coverage 99.99 %");
        SiloTable.Summary(new ClusterStatus([Working("a") with { MissedChecks = 0 }])).ShouldEndWith("coverage 100.00 %");
        SiloTable.Summary(new ClusterStatus([Silent("a")])).ShouldBe("1 silo, 0 websites, 0.0 checks a second, coverage unknown");
    }

    [Fact]
    public void A_silo_that_doubts_itself_says_why()
    {
        var terminal = new TestTerminal(width: 120);

        SiloTable.Write(terminal.Terminal, new ClusterStatus([Working("a") with { DoubtReason = "No \u001b[2Jreference answers." }]), Samples.Now);

        terminal.OutLines[2].ShouldBe("a doubts itself: No reference answers.");
    }

    [Fact]
    public void Machines_get_the_same_figures() =>
        JsonShapes.WriteLine(ClusterShape.Of(new ClusterStatus([Working("a:11111")]))).ShouldBe(
            "{\"websites\":1500,\"checksPerSecond\":99.93,\"coverage\":0.9999,\"silos\":[{\"name\":\"a:11111\",\"address\":\"10.0.0.1:11111\",\"answers\":true," +
            "\"region\":\"bern\",\"version\":\"0.1.0\",\"startedAt\":\"2026-11-23T03:00:00Z\",\"websites\":1500,\"checksPerSecond\":99.93,\"medianLatenessMs\":4," +
            "\"latenessMs\":23,\"memoryBytes\":314572800,\"checks\":9999,\"missedChecks\":1,\"coverage\":0.9999,\"doubtReason\":null}]}");

    private static SiloStatusReport Working(string name) => new()
    {
        Name = name,
        Address = "10.0.0.1:11111",
        Answers = true,
        Region = "bern",
        Version = "0.1.0",
        StartedAt = Samples.Now.AddHours(-3),
        Websites = 1500,
        ChecksPerSecond = 99.934,
        MedianLateness = TimeSpan.FromMilliseconds(4),
        Lateness = TimeSpan.FromMilliseconds(22.6),
        MemoryBytes = 300 << 20,
        Checks = 9999,
        MissedChecks = 1,
    };

    private static SiloStatusReport Silent(string name) => new() { Name = name, Address = "10.0.0.2:11111", Answers = false };
}
