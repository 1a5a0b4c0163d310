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

    [Fact]
    public async Task Wherever_the_silo_is_killed_every_alert_is_told_and_a_repeat_has_the_same_id()
    {
        await using var scene = await KillScene.BeginAsync();
        foreach (var moment in _chosen)
        {
            var story = await scene.KillAtAsync(moment, isPoked: true);
            story.ShouldNotBeNull($"'{moment}' did not come.").Complaint().ShouldBeNull(moment);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_every_await_of_an_alerts_way(bool onPostgres)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("UPTIMESQUIRREL_KILL_POINTS") == "all", "Takes half an hour: UPTIMESQUIRREL_KILL_POINTS=all runs it.");
        await using var scene = await KillScene.BeginAsync(onPostgres ? await postgres.CreateDatabaseAsync() : null);
        var complaints = new List<string>();
        var reached = new HashSet<string>();
        foreach (var (name, moment) in from name in _awaits from number in Enumerable.Range(1, 3) from side in (string[])["before", "after"] select (name, $"{name} {side} {number}"))
        {
            var story = await scene.KillAtAsync(moment, isPoked: false);
            if (story is not null)
                reached.Add(name);
            Judge(moment, story);
        }

        foreach (var step in (MailStep[])[MailStep.Greeting, MailStep.Hello, MailStep.Sender, MailStep.Recipient, MailStep.Data, MailStep.Message])
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
