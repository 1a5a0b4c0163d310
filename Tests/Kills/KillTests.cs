using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>
/// The silo is killed with signal 9 at one await after the other on the way of an alert. A few of them each time; <c>UPTIMESQUIRREL_KILL_POINTS=all</c> makes it all, on
/// SQLite and on PostgreSQL, which takes half an hour: docs/reliability.md.
/// </summary>
public sealed class KillTests(ITestOutputHelper output, PostgresServer postgres)
{
    private static readonly string[] _chosen = ["website write after 2", "owner write after 1", "delivery after 1"];
    private static readonly string[] _awaits = ["website write", "hand-over", "acceptance", "outbox reminder", "moment reminder", "owner write", "delivery"];
    private static readonly MailStep[] _steps = [MailStep.Greeting, MailStep.Hello, MailStep.Sender, MailStep.Recipient, MailStep.Data, MailStep.Message];

    private static bool IsAll => Environment.GetEnvironmentVariable("UPTIMESQUIRREL_KILL_POINTS") == "all";

    [Fact]
    public async Task Wherever_a_silo_is_killed_every_alert_is_told_and_a_repeat_has_the_same_id()
    {
        if (IsAll)
        {
            await EverywhereAsync(database: null);
            await EverywhereAsync(await postgres.CreateDatabaseAsync());
            return;
        }

        await using var scene = await KillScene.BeginAsync();
        foreach (var moment in _chosen)
        {
            var story = await scene.KillAtAsync(moment, isPoked: true);
            story.ShouldNotBeNull($"'{moment}' did not come.").Complaint().ShouldBeNull(moment);
        }
    }

    private async Task EverywhereAsync(string? database)
    {
        await using var scene = await KillScene.BeginAsync(database);
        var complaints = new List<string>();
        var reached = new HashSet<string>();
        foreach (var (name, moment) in from name in _awaits from number in Enumerable.Range(1, 3) from side in (string[])["before", "after"] select (name, $"{name} {side} {number}"))
        {
            var story = await scene.KillAtAsync(moment, isPoked: false);
            if (story is not null)
                reached.Add(name);
            Judge(moment, story);
        }

        foreach (var step in _steps)
            Judge($"mail server at {step}", await scene.KillAtAsync(step));
        complaints.ShouldBeEmpty();
        reached.Order().ShouldBe(_awaits.Order());

        void Judge(string moment, Story? story)
        {
            var words = story is null ? "no such moment" : story.Complaint() ?? $"told, {story.Mails.Count} mails";
            output.WriteLine($"{moment}: {words}");
            if (story?.Complaint() is { } complaint)
                complaints.Add($"{moment}: {complaint}");
        }
    }
}
