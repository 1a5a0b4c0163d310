using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>A job runs every 60 minutes and may be 10 late. Moments are minutes after it was registered.</summary>
public sealed class HeartbeatRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly WebsiteUrl Url = WebsiteUrl.Parse("heartbeat://nightly-backup");
    private static readonly WebsiteId Id = WebsiteId.From(OwnerId.Parse("team"), Url);

    [Theory]
    [InlineData(Standing.Pending, null, null, 0, FailureKind.HeartbeatAwaited)]
    [InlineData(Standing.Pending, null, null, 69.9, FailureKind.HeartbeatAwaited)]
    [InlineData(Standing.Pending, null, null, 70, FailureKind.HeartbeatSilent)]
    [InlineData(Standing.Pending, 5.0, null, 5, FailureKind.None)]
    [InlineData(Standing.Pending, -30.0, null, 5, FailureKind.HeartbeatAwaited)]
    [InlineData(Standing.Pending, -30.0, -20.0, 5, FailureKind.HeartbeatAwaited)]     // what it reported before a pause is over with it
    [InlineData(Standing.Pending, null, 3.0, 5, FailureKind.HeartbeatFailed)]
    [InlineData(Standing.Up, 60.0, null, 129.9, FailureKind.None)]
    [InlineData(Standing.Up, 60.0, null, 130, FailureKind.HeartbeatSilent)]
    [InlineData(Standing.Up, 60.0, 61.0, 62, FailureKind.HeartbeatFailed)]
    [InlineData(Standing.Up, 60.0, 61.0, 300, FailureKind.HeartbeatFailed)]
    [InlineData(Standing.Down, 60.0, null, 200, FailureKind.HeartbeatSilent)]
    [InlineData(Standing.Down, 131.0, null, 132, FailureKind.None)]
    public void A_job_is_missed_when_its_time_is_over_and_not_before(Standing standing, double? heardAt, double? failedAt, double now, FailureKind expected) =>
        HeartbeatRules.Look(Website(standing, heardAt, failedAt), At(now)).Failure.ShouldBe(expected);

    [Fact]
    public void What_is_down_stays_down_until_it_calls_whatever_its_settings_become()
    {
        var website = Website(Standing.Down, heardAt: 60);
        website = website with { Settings = website.Settings with { Heartbeat = new(TimeSpan.FromDays(1), TimeSpan.Zero) } };

        HeartbeatRules.Look(website, At(140)).Failure.ShouldBe(FailureKind.HeartbeatSilent);
    }

    [Theory]
    [InlineData(null, 0, 70)]
    [InlineData(60.0, 0, 130)]
    [InlineData(60.0, 100, 170)]
    [InlineData(110.0, 100, 180)]
    public void Silence_counts_from_the_last_call_but_not_while_nobody_listened(double? heardAt, double listeningSince, double due) =>
        HeartbeatRules.DueAt(Website(Standing.Up, heardAt, listeningSince: listeningSince)).ShouldBe(At(due));

    [Fact]
    public void After_a_pause_a_job_has_all_its_time_again()
    {
        var resumed = WebsiteStateMachine.Resume(Website(Standing.Paused, heardAt: 60), At(1000)).State;

        HeartbeatRules.DueAt(resumed).ShouldBe(At(1070));
    }

    [Theory]
    [InlineData(Standing.Up, 60.0, 127, 3.0)]
    [InlineData(Standing.Up, 60.0, 125, 5.0)]
    [InlineData(Standing.Up, 60.0, 124, null)]
    [InlineData(Standing.Up, 60.0, 131, null)]
    [InlineData(Standing.Down, 60.0, 127, null)]
    [InlineData(Standing.Pending, null, 68, 2.0)]
    public void It_is_looked_at_when_its_time_ends_where_no_tick_comes_before(Standing standing, double? heardAt, double now, double? minutes) =>
        (HeartbeatRules.LookAgainIn(Website(standing, heardAt), At(now))?.TotalMinutes).ShouldBe(minutes);

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(6.1, true)]
    [InlineData(600, true)]
    public void Looks_that_are_missing_mean_that_nobody_listened(double minutes, bool wasAway) =>
        HeartbeatRules.WasAway(At(0), At(minutes), TimeSpan.FromMinutes(5)).ShouldBe(wasAway);

    [Theory]
    [InlineData(null, 0)]
    [InlineData(0.0, 5)]
    [InlineData(1.0, 4)]
    [InlineData(5.0, 0)]
    [InlineData(-3600.0, 0)]
    public void A_call_is_written_at_once_unless_one_was_a_moment_ago(double? secondsAgo, double writeIn) =>
        HeartbeatRules.WriteIn(secondsAgo is { } ago ? Start.AddSeconds(-ago) : null, Start).TotalSeconds.ShouldBe(writeIn);

    [Theory]
    [InlineData(60, 60)]
    [InlineData(600, 60)]
    [InlineData(3600, 360)]
    [InlineData(86400, 3600)]
    [InlineData(2592000, 3600)]
    public void The_usual_grace_is_a_tenth_from_a_minute_to_an_hour(double everySeconds, double graceSeconds) =>
        HeartbeatRules.UsualGrace(TimeSpan.FromSeconds(everySeconds)).TotalSeconds.ShouldBe(graceSeconds);

    [Fact]
    public void One_silence_is_one_incident_from_the_moment_the_call_was_due_and_one_call_ends_it()
    {
        var up = Website(Standing.Up, heardAt: 60);
        var down = Observe(up, now: 133);
        down.State.Standing.ShouldBe(Standing.Down);
        (down.Incident!.StartedAt, down.NeedsSecondLook, down.State.Unsent.Count).ShouldBe((At(130), false, 1));

        var still = Observe(down.State, now: 140);
        (still.Incident, still.State.Unsent.Count).ShouldBe((null, 1));

        var heard = HeartbeatRules.Heard(still.State.Heartbeat!, HeartbeatCall.Done, At(150));
        var back = Observe(still.State with { Heartbeat = heard }, now: 150);
        (back.State.Standing, back.Incident!.EndedAt, back.State.Unsent.Count).ShouldBe((Standing.Up, At(150), 2));
    }

    [Fact]
    public void A_reported_failure_ends_with_the_next_good_call()
    {
        var heartbeat = Website(Standing.Up, heardAt: 60).Heartbeat!;

        var failed = HeartbeatRules.Heard(heartbeat, HeartbeatCall.Failed, At(90));
        (failed.HeardAt, failed.FailedAt).ShouldBe((At(60), At(90)));
        var done = HeartbeatRules.Heard(failed, HeartbeatCall.Done, At(95));
        (done.HeardAt, done.FailedAt).ShouldBe((At(95), null));
    }

    [Theory]
    [InlineData(60.0, null, 130, "nightly-backup has not called since 23 Nov 2026 11:00:00 UTC; it had to call by 23 Nov 2026 12:10:00 UTC.")]
    [InlineData(null, null, 130, "nightly-backup has never called; it had to call by 23 Nov 2026 11:10:00 UTC.")]
    [InlineData(60.0, 90.0, 91, "nightly-backup called at 23 Nov 2026 11:30:00 UTC to say that it failed.")]
    public void What_is_wrong_is_one_sentence(double? heardAt, double? failedAt, double now, string sentence) =>
        VerdictRules.Judge(HeartbeatRules.Look(Website(Standing.Up, heardAt, failedAt), At(now)), AcceptedStatuses.Default).Problem!.Sentence.ShouldBe(sentence);

    [Theory]
    [InlineData(null, 5.0, 5.0)]
    [InlineData(7.0, 5.0, 7.0)]
    [InlineData(5.0, 7.0, 7.0)]
    [InlineData(5.0, null, 5.0)]
    public void Of_two_memories_the_later_call_counts(double? present, double? other, double? expected)
    {
        var merged = HeartbeatRules.Merge(
            Website(Standing.Up, present).Heartbeat! with { Secret = "new" }, Website(Standing.Up, other).Heartbeat! with { Secret = "old" })!;

        (merged.Secret, merged.HeardAt).ShouldBe(("new", expected is { } minutes ? At(minutes) : null));
    }

    private static Step Observe(WebsiteState website, double now)
    {
        var look = HeartbeatRules.Look(website, At(now));
        var verdict = VerdictRules.Judge(look, AcceptedStatuses.Default);
        return WebsiteStateMachine.Observe(Id, website, verdict, HeartbeatRules.Moment(look), At(now), HeartbeatRules.Patience, HeartbeatRules.NobodyElse);
    }

    private static WebsiteState Website(Standing standing, double? heardAt, double? failedAt = null, double listeningSince = 0) => new()
    {
        Owner = OwnerId.Parse("team"),
        Url = Url,
        Settings = new WebsiteSettings { Name = "nightly-backup", Interval = TimeSpan.FromMinutes(5), Heartbeat = new(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(10)) },
        RegisteredAt = Start,
        Standing = standing,
        Since = Start,
        Trouble = standing == Standing.Down ? new Trouble(At(130), new Problem(FailureKind.HeartbeatSilent, "silent", "silent"), "incident") : null,
        Heartbeat = new HeartbeatState
        {
            Secret = "secret",
            ListeningSince = At(listeningSince),
            HeardAt = heardAt is { } heard ? At(heard) : null,
            FailedAt = failedAt is { } failed ? At(failed) : null,
        },
    };

    private static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);
}
