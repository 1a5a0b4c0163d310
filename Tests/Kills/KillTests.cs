using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>
/// The silo is killed with signal 9 at one await after the other on the way of an alert. A few of them each time; <c>UPTIMESQUIRREL_KILL_POINTS=all</c> makes it all,
/// which takes more than an hour, and <c>=delivery,reminder</c> those with one of these words in their names: docs/reliability.md.
/// </summary>
public abstract class KillTests(ITestOutputHelper output)
{
    private static readonly string[] _awaits = ["website write", "hand-over", "acceptance", "outbox reminder", "moment reminder", "owner write", "delivery"];
    private static readonly string[] _oftenAwaited = ["website write", "owner write"];
    private static readonly MailStep[] _steps = [MailStep.Greeting, MailStep.Hello, MailStep.Sender, MailStep.Recipient, MailStep.Data, MailStep.Message];

    private static readonly (string First, string Second)[] _twice =
    [
        ("website write after 2", "website read before 1"), ("website write after 2", "website read after 1"), ("owner write after 1", "owner read before 1"), ("owner write after 1", "owner read after 1"),
        ("owner write after 1", "delivery after 1"), ("delivery after 1", "owner write before 1"),
    ];

    private static readonly string[] _ofNothingStored = ["website write", "spooling", "hand-over", "acceptance", "owner write", "delivery", "spooled note"];

    private static readonly string[] _ofStoredAgain =
        ["hand-over", "acceptance", "owner write", "moment reminder", "spooled acceptance", "giving back", "taking back", "website write", "spooled end", "clearing of the spool"];

    private static readonly string[] _ofReminding = ["question", "owner write", "delivery"];
    private static readonly string[] _ofBreaking = ["operator hand-over", "operator acceptance"];

    private const string End = "outbox reminder end";
    private const string OnlyAll = "Only with UPTIMESQUIRREL_KILL_POINTS=all.";
    private static readonly string? _wanted = Environment.GetEnvironmentVariable("UPTIMESQUIRREL_KILL_POINTS");

    /// <summary>The moments of every run.</summary>
    private protected abstract IReadOnlyList<string> Chosen { get; }

    private protected abstract Task<KillDatabase> MakeDatabaseAsync();

    [Fact]
    public async Task Wherever_a_silo_is_killed_every_alert_is_told_and_a_repeat_has_the_same_id()
    {
        await using var scene = await KillScene.BeginAsync(await MakeDatabaseAsync());
        if (_wanted is null)
        {
            foreach (var moment in Chosen)
                (await scene.KillAtAsync(moment, isPoked: true)).ShouldNotBeNull($"'{moment}' did not come.").Complaint().ShouldBeNull(moment);
            return;
        }

        var report = new KillReport(output.WriteLine);
        foreach (var name in Wanted(_awaits))
            foreach (var moment in Moments(name, _oftenAwaited.Contains(name) ? 3 : 1))
                report.Note(name, moment, await scene.KillAtAsync(moment, isPoked: false));
        foreach (var step in _steps.Where(_ => IsWanted("mail server")))
            report.Note("mail server", $"mail server at {step}", await scene.KillAtAsync(step));
        foreach (var (first, second) in _twice.Where(both => IsWanted(both.Second)))
            report.Note(second, $"{first}, then {second}", await scene.KillTwiceAsync(first, second));
        foreach (var moment in Moments(End).Where(IsWanted))
            report.Note(End, moment, await scene.KillBeforeAsync(moment));
        report.Judge(Wanted([.. _awaits, "mail server", .. _twice.Select(both => both.Second), End]));
    }

    [Fact]
    public async Task Wherever_a_silo_is_killed_while_nothing_is_stored_or_when_it_is_again_every_alert_is_told_and_a_repeat_has_the_same_id()
    {
        Assert.SkipUnless(_wanted is not null, OnlyAll);
        await using var scene = await KillScene.BeginAsync(await MakeDatabaseAsync());
        var report = new KillReport(output.WriteLine);
        foreach (var name in Wanted(_ofNothingStored))
            foreach (var moment in Moments(name, name == "website write" ? 2 : 1))
                report.Note(name, $"nothing stored, {moment}", await scene.KillWhileNothingIsStoredAsync(moment));
        foreach (var name in Wanted(_ofStoredAgain))
            foreach (var moment in Moments(name, name == "owner write" ? 2 : 1))
                report.Note($"{name} again", $"stored again, {moment}", await scene.KillWhenStoredAgainAsync(moment));
        report.Judge(Wanted([.. _ofNothingStored, .. _ofStoredAgain.Select(name => $"{name} again")]));
    }

    [Fact]
    public async Task Wherever_a_silo_is_killed_that_reminds_of_an_outage_the_reminder_is_told_and_a_repeat_has_the_same_id()
    {
        Assert.SkipUnless(_wanted is not null, OnlyAll);
        await using var scene = await KillScene.BeginAsync(await MakeDatabaseAsync(), "--Alerts:Reminders=20s");
        var report = new KillReport(output.WriteLine, "STILL DOWN");
        foreach (var name in Wanted(_ofReminding))
            foreach (var moment in Moments(name, name == "owner write" ? 2 : 1))
                report.Note(name, $"reminding, {moment}", await scene.KillWhenRemindingAsync(moment));
        report.Judge(Wanted(_ofReminding));
    }

    [Fact]
    public async Task Wherever_a_silo_is_killed_of_which_a_channel_breaks_the_operator_is_told_and_a_repeat_has_the_same_id()
    {
        Assert.SkipUnless(_wanted is not null, OnlyAll);
        await using var scene = await KillScene.BeginAsync(await MakeDatabaseAsync(), "--Channels:AllowedPrivateNetworks=127.0.0.0/8");
        var report = new KillReport(output.WriteLine, "CHANNEL BROKEN");
        foreach (var name in Wanted(_ofBreaking))
            foreach (var moment in Moments(name))
                report.Note(name, $"channel broken, {moment}", await scene.KillWhenAChannelBreaksAsync(moment));
        report.Judge(Wanted(_ofBreaking));
    }

    private static IReadOnlyList<string> Wanted(IEnumerable<string> names) => [.. names.Where(IsWanted)];

    private static bool IsWanted(string name) => _wanted == "all" || _wanted!.Split(',').Any(word => name.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<string> Moments(string name, int often = 1) =>
        from number in Enumerable.Range(1, often) from side in (string[])["before", "after"] select $"{name} {side} {number}";
}

public sealed class SqliteKillTests(ITestOutputHelper output) : KillTests(output)
{
    private protected override IReadOnlyList<string> Chosen => ["website write after 2", "owner write after 1", "delivery after 1"];

    private protected override Task<KillDatabase> MakeDatabaseAsync() => Task.FromResult(new KillDatabase(postgres: null));
}

public sealed class PostgresKillTests(ITestOutputHelper output, PostgresServer postgres) : KillTests(output)
{
    private protected override IReadOnlyList<string> Chosen => ["owner write after 1"];

    private protected override async Task<KillDatabase> MakeDatabaseAsync() => new(await postgres.CreateDatabaseAsync());
}
