using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Client;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class ImporterTests
{
    private static readonly OwnerId Team = OwnerId.Parse("team");

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task The_same_website_of_the_same_owner_is_registered_once()
    {
        var asked = new List<int>();
        var lines = await RunAsync([Line(1, "a.example"), Line(2, "https://A.example/"), Line(3, "b.example")], one =>
        {
            lock (asked)
                asked.Add(one.Line.Number);
            return one.Became(ImportOutcome.Created);
        });

        asked.Order().ShouldBe([1, 3]);
        lines.Select(line => line.Outcome).ShouldBe([ImportOutcome.Created, ImportOutcome.Duplicate, ImportOutcome.Created]);
        lines[1].Problem.ShouldBe("the same website as line 1");
    }

    [Fact]
    public async Task A_website_is_registered_after_the_one_it_depends_on_wherever_that_stands_in_the_list()
    {
        var asked = new List<int>();
        Registration[] list =
        [
            Line(1, "leaf.example", parent: "middle.example"), Line(2, "middle.example", parent: "root.example"), Line(3, "root.example"),
            Line(4, "one.example", parent: "two.example"), Line(5, "two.example", parent: "one.example"), Line(6, "own.example", parent: "elsewhere.example"),
        ];
        var lines = await RunAsync(list, one =>
        {
            lock (asked)
                asked.Add(one.Line.Number);
            return one.Became(ImportOutcome.Created);
        });

        lines.Select(line => line.Number).ShouldBe([1, 2, 3, 4, 5, 6]);
        asked[0].ShouldBe(3);
        asked.IndexOf(2).ShouldBeLessThan(asked.IndexOf(1));
    }

    [Fact]
    public async Task A_cluster_that_stumbles_is_asked_again()
    {
        var attempts = 0;

        var running = RunAsync([Line(1, "a.example")], one => ++attempts < 3 ? throw new ClusterUnreachableException("gone") : one.Became(ImportOutcome.Created));
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await running).Single().Outcome.ShouldBe(ImportOutcome.Created);
        attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_cluster_that_stays_away_makes_the_line_fail_with_the_reason()
    {
        var running = RunAsync([Line(7, "a.example")], _ => throw new ClusterUnreachableException("It is gone."));
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var line = (await running).Single();
        (line.Number, line.Outcome, line.Problem).ShouldBe((7, ImportOutcome.Failed, "It is gone."));
        new ImportReport([line], isDryRun: false).ExitCode.ShouldBe(ExitCode.Unreachable);
    }

    [Theory]
    [InlineData("row", "named", "row")]
    [InlineData(null, "named", "named")]
    [InlineData(null, null, "me@x.example")]
    public void The_owner_is_the_one_of_the_line_then_the_named_one_then_the_first_address(string? row, string? named, string expected)
    {
        var line = new ListLine(1, WebsiteUrl.Parse("a.example"))
        {
            Owner = row is null ? null : OwnerId.Parse(row),
            Emails = [EmailAddress.Parse("Me@x.example"), EmailAddress.Parse("you@x.example")],
        };

        Registration.Of(line, named is null ? null : OwnerId.Parse(named)).Owner.Text.ShouldBe(expected);
    }

    [Fact]
    public void Without_any_owner_or_address_it_is_the_default_one() =>
        Registration.Of(new ListLine(1, WebsiteUrl.Parse("a.example")), named: null).Owner.ShouldBe(OwnerId.Default);

    [Fact]
    public void The_summary_counts_and_leaves_out_what_did_not_happen()
    {
        var created = Enumerable.Range(1, 9_997).Select(i => new ImportedLine(i, null, Team, ImportOutcome.Created));
        var report = new ImportReport(
            [.. created, new(9_998, null, Team, ImportOutcome.Unchanged), new(9_999, null, Team, ImportOutcome.Unchanged), new(10_000, null, null, ImportOutcome.Bad, "why")],
            isDryRun: false);

        report.Summary().ShouldBe("10,000 lines: 9,997 new, 2 unchanged, 1 bad");
        report.Problems().ShouldBe(["line 10000: why"]);
        report.ExitCode.ShouldBe(ExitCode.Mistake);
    }

    [Fact]
    public void Only_the_first_twenty_problems_are_shown()
    {
        var report = new ImportReport([.. Enumerable.Range(1, 25).Select(i => new ImportedLine(i, null, null, ImportOutcome.Bad, "why"))], isDryRun: false);

        report.Problems().Count().ShouldBe(21);
        report.Problems().Last().ShouldBe("… and 5 more; --json lists them all.");
    }

    private Task<IReadOnlyList<ImportedLine>> RunAsync(IEnumerable<Registration> registrations, Func<Registration, ImportedLine> registerOne) =>
        new Importer((one, _) => Task.FromResult(registerOne(one)), exception => (exception as ClusterUnreachableException)?.Message, clock).RunAsync(registrations, () => { }, TestContext.Current.CancellationToken);

    private static Registration Line(int number, string url, string? parent = null) =>
        new(new ListLine(number, WebsiteUrl.Parse(url)) { Changes = new() { Parent = parent is null ? null : WebsiteUrl.Parse(parent) } }, Team);
}
