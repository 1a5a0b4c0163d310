using System.Text.Json;
using UptimeSquirrel.Client;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client.Importing;

public sealed class ImportTableTests
{
    private static readonly OwnerId Team = OwnerId.Parse("team");
    private static readonly ListContent Kuma = new() { Source = "Uptime Kuma 1.23.13" };

    private static ImportedLine Line(int number, ImportOutcome outcome, string? problem = null, params string[] remarks) =>
        new(number, WebsiteUrl.Parse($"s{number}.example"), Team, outcome, problem) { Name = $"S{number}", Remarks = remarks };

    [Fact]
    public void Every_entry_is_shown_with_what_became_of_it_and_why()
    {
        var report = new ImportReport(
            [Line(1, ImportOutcome.Created), Line(2, ImportOutcome.Unchanged, null, "It is odd."), ImportedLine.Of(new SkippedEntry(3, "Box", "There is nothing like it.")), Line(4, ImportOutcome.Duplicate, "the same website as entry 1")],
            isDryRun: true, Kuma);

        Shown(report).ShouldBe(
            [
                "ENTRY  WOULD BE   OWNER  WEBSITE              WHY",
                "    1  created    team   https://s1.example/",
                "    2  unchanged  team   https://s2.example/  It is odd.",
                "    3  skipped           Box                  There is nothing like it.",
                "    4  duplicate  team   https://s4.example/  the same website as entry 1",
            ]);
        report.Summary().ShouldBe("Uptime Kuma 1.23.13, 4 entries: 1 new, 1 unchanged, 1 skipped, 1 repeated (dry run: nothing was done)");
        report.ExitCode.ShouldBe(ExitCode.Fine);
    }

    [Fact]
    public void What_is_said_of_many_is_said_once()
    {
        var report = new ImportReport([.. Enumerable.Range(1, 6).Select(i => Line(i, ImportOutcome.Created, null, "Its timeout is shorter."))], isDryRun: false, Kuma);

        Shown(report)[1].ShouldBe("    1  created  team   https://s1.example/");
        report.Table().Below().ShouldBe(["6 ×  Its timeout is shorter."]);
    }

    [Fact]
    public void Of_a_long_list_only_what_needs_a_look_is_shown_once_it_is_done()
    {
        var lines = Enumerable.Range(1, 10_000).Select(i => i == 7_000 ? Line(i, ImportOutcome.Bad, "why") : Line(i, ImportOutcome.Created)).ToArray();

        Shown(new ImportReport(lines, isDryRun: false, Kuma)).Length.ShouldBe(2);
        new ImportReport(lines, isDryRun: true, Kuma).Table().Below().ShouldBe(["… and 9,500 more; --json lists them all."]);
    }

    [Fact]
    public void In_json_each_entry_has_its_remarks()
    {
        var content = new ListContent { Source = "Gatus" };
        content.Remark("Alerting was left out.");

        var json = JsonDocument.Parse(JsonShapes.Write(new ImportReport([Line(1, ImportOutcome.Created, null, "It is odd.")], isDryRun: true, content).ToShape())).RootElement;

        json.GetProperty("source").GetString().ShouldBe("Gatus");
        json.GetProperty("remarks")[0].GetString().ShouldBe("Alerting was left out.");
        json.GetProperty("results")[0].GetProperty("remarks")[0].GetString().ShouldBe("It is odd.");
        json.GetProperty("skipped").GetInt32().ShouldBe(0);
    }

    private static string[] Shown(ImportReport report)
    {
        var terminal = new TestTerminal();
        report.Table().Rows().Write(terminal.Terminal);
        return terminal.OutLines;
    }
}
