using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Quieting;

public sealed class QuietRulesTests
{
    [Theory]
    [InlineData("+ m- m- m+", "")]
    [InlineData("+ m- m- -", "down@4")]
    [InlineData("+ m- - +", "down@3 back@4")]
    [InlineData("+ m- m+ -", "down@4")]
    [InlineData("+ m- +", "")]
    [InlineData("+ - m- m+", "down@2 back@4")]
    [InlineData("+ - m- - +", "down@2 back@5")]
    public void What_happens_in_maintenance_is_told_when_it_is_over_if_it_lasts(string strip, string expected) =>
        QuietFilm.Play(strip).Announced.ShouldBe(expected);

    [Theory]
    [InlineData("+ d- d- d+", "")]              // the parent was down first
    [InlineData("+ w- d- d+", "")]              // the child failed first, then its parent was found down
    [InlineData("+ w- w- d- d+", "")]
    [InlineData("+ w- -", "down@3")]            // the parent was looked at, and is up
    [InlineData("+ w- w- w- w-", "down@4")]     // nobody finds out what the parent is: 90 s are enough
    [InlineData("+ w- +", "down@3 back@3")]     // over before it was found out: an outage like any other
    [InlineData("+ -", "down@2")]
    [InlineData("+ d- - -", "down@4")]          // the parent came back, and one more look saw the child down
    [InlineData("+ d- - +", "")]
    [InlineData("+ d- +", "")]
    [InlineData("+ d- - d- - -", "down@6")]     // the parent went down again meanwhile
    [InlineData("+ d- w- -", "")]               // the parent fails again
    [InlineData("+ d- - - +", "down@4 back@5")]
    [InlineData("+ m- d- - -", "down@5")]
    public void What_belongs_to_a_parent_that_is_down_is_not_told_by_itself(string strip, string expected) =>
        QuietFilm.Play(strip).Announced.ShouldBe(expected);

    [Theory]
    [InlineData("- + - + -", "down@1 back@2 down@3 back@4 flapping@5")]
    [InlineData("- + - + - + - + - +", "down@1 back@2 down@3 back@4 flapping@5")]
    [InlineData("- + - + - 30-", "down@1 back@2 down@3 back@4 flapping@5 steady-down@6")]
    [InlineData("- + - + - + 30+", "down@1 back@2 down@3 back@4 flapping@5 steady-up@7")]
    [InlineData("- + - + - + 29+", "down@1 back@2 down@3 back@4 flapping@5")]
    [InlineData("- + - + - + 29- 29- 1-", "down@1 back@2 down@3 back@4 flapping@5 steady-down@9")]
    [InlineData("- + - + - 30- +", "down@1 back@2 down@3 back@4 flapping@5 steady-down@6 back@7")]
    [InlineData("- + - + - 30- + - + -", "down@1 back@2 down@3 back@4 flapping@5 steady-down@6 back@7 down@8 back@9 down@10")]
    [InlineData("- + 28- + 28- +", "down@1 back@2 down@3 back@4 flapping@5")]             // the first and the third within 58 minutes
    [InlineData("- + 29- + 29- +", "down@1 back@2 down@3 back@4 down@5 back@6")]          // within 60
    [InlineData("- + m- m+ - + -", "down@1 back@2 down@5 back@6 flapping@7")]
    [InlineData("- + d- d+ - + -", "down@1 back@2 down@5 back@6 flapping@7")]
    [InlineData("- + - + - 30m- -", "down@1 back@2 down@3 back@4 flapping@5 steady-down@7")]
    public void Three_outages_within_an_hour_are_told_together_until_half_an_hour_has_passed_without_a_change(string strip, string expected) =>
        QuietFilm.Play(strip).Announced.ShouldBe(expected);

    [Theory]
    [InlineData(0, "down@1 back@2 down@3 back@4 down@5 back@6")]
    [InlineData(2, "down@1 back@2 flapping@3")]
    public void How_many_outages_are_too_many_is_a_setting(int limit, string expected) =>
        QuietFilm.Play("- + - + - +", limit).Announced.ShouldBe(expected);

    [Fact]
    public void Every_outage_is_recorded_whether_it_is_told_or_not()
    {
        var incidents = QuietFilm.Play("m- m+ d- d+ - + - + - + - +").Steps.Select(step => step.Incident!).ToArray();

        incidents.Select(incident => incident.Id).Distinct().Count().ShouldBe(6);
        incidents.Count(incident => incident.EndedAt is not null).ShouldBe(6);
        incidents.Select(incident => incident.IsDuringMaintenance).ShouldBe([true, true, .. Enumerable.Repeat(false, 10)]);
    }

    [Fact]
    public void The_alerts_say_how_often_since_when_why_so_late_and_what_else()
    {
        var film = QuietFilm.Play("- + - + - + 30+ m- -");

        var (flapping, steady, late) = (film.State.Unsent[4], film.State.Unsent[5], film.State.Unsent[6]);
        flapping.Flapping.ShouldBe(new FlappingFacts(Film.Frame(1), 3));
        flapping.Id.ShouldBe(flapping.IncidentId);
        steady.Flapping.ShouldBe(new FlappingFacts(Film.Frame(1), 3));
        steady.IncidentId.ShouldBe(flapping.Id);
        steady.EndedAt.ShouldBe(Film.Frame(6));
        (late.HeldBack, late.StartedAt, late.DecidedAt).ShouldBe((HoldReason.Maintenance, Film.Frame(37), Film.Frame(38)));
        film.State.Unsent[1].With.ShouldNotBeNull().Count.ShouldBe(2);
        film.State.Unsent.Select(alert => alert.Id).Distinct().Count().ShouldBe(film.State.Unsent.Count);
    }

    [Fact]
    public void An_outage_that_goes_on_when_the_website_is_steady_ends_under_the_name_its_owner_knows_and_is_recorded_under_its_own()
    {
        var film = QuietFilm.Play("- + - + - + - 30- +");

        film.Announced.ShouldBe("down@1 back@2 down@3 back@4 flapping@5 steady-down@8 back@9");
        film.State.Unsent[^1].IncidentId.ShouldBe(film.State.Unsent[4].Id);
        film.Steps[^1].Incident!.Id.ShouldBe(film.Steps[6].Incident!.Id);
    }

    [Fact]
    public void The_next_outage_after_that_has_a_name_of_its_own()
    {
        var film = QuietFilm.Play("- + - + - + - 30- + 70- +");

        film.State.Unsent[^2].IncidentId.ShouldBe(film.State.Unsent[^2].Id);
        film.State.Unsent[^1].IncidentId.ShouldBe(film.State.Unsent[^2].Id);
    }

    [Fact]
    public void Other_alerts_of_the_same_look_are_told_in_maintenance_too()
    {
        var now = Film.Frame(1);
        var step = WebsiteStateMachine.Observe(
            Film.Id, Film.NewWebsite(), Film.Failing, now, now, new Patience([], 1), SecondLookRules.Weigh(Film.Sighting('-', now), [], isAlone: true));
        var other = step.State.Unsent[0] with { Id = "other", Kind = AlertKind.SiloInDoubt };
        var facts = new QuietFacts(now, new MaintenanceSpan(now, now.AddHours(1)), ParentVerdict.Tell, With: null, 3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));

        var quiet = QuietRules.Apply(Film.Id, Film.NewWebsite(), step with { State = step.State with { Unsent = [step.State.Unsent[0], other] } }, facts);

        quiet.State.Unsent.ShouldBe([other]);
        quiet.State.Quiet!.Held!.Alert.Kind.ShouldBe(AlertKind.WentDown);
    }

    [Theory]
    [InlineData("+ m- m- m- -", ". save . . save")]
    [InlineData("+ w- d- d- - -", ". save save . save save")]
    [InlineData("+ - + - + - - 30- 30-", ". save save save save save . save .")]
    public void What_is_held_back_is_saved_with_the_standing_and_then_only_when_it_changes(string strip, string expected) =>
        string.Join(' ', QuietFilm.Play(strip).Steps.Select((step, i) => i > 0 && step.MustSave ? "save" : ".")).ShouldBe(expected);

    [Theory]
    [InlineData("+ w-", 5)]
    [InlineData("+ d-", null)]
    [InlineData("+ d- -", 30)]
    [InlineData("+ m-", null)]      // the window ends after the next check
    public void It_looks_again_when_it_may_be_time_to_tell(string strip, int? seconds) =>
        (QuietFilm.Play(strip).Steps[^1].LookAgainIn?.TotalSeconds).ShouldBe(seconds);

    [Fact]
    public void A_website_that_is_well_carries_nothing_along()
    {
        QuietFilm.Play("+ m- m+").State.Quiet.ShouldBeNull();
        QuietFilm.Play("+ d- d+").State.Quiet.ShouldBeNull();
        QuietFilm.Play("- + - + - + 30+").State.Quiet.ShouldBeNull();
        QuietFilm.Play("- +", flappingLimit: 0).State.Quiet.ShouldBeNull();
        QuietFilm.Play("- + 57+").State.Quiet.ShouldNotBeNull();
        QuietFilm.Play("- + 59+").State.Quiet.ShouldBeNull();
        QuietFilm.Play("- + 59+").Steps[^1].MustSave.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, "Tell")]
    [InlineData(Standing.Down, null, "Fold")]
    [InlineData(Standing.Suspect, 10, "Wait")]
    [InlineData(Standing.Up, null, "Wait")]         // not looked at since it came into memory
    [InlineData(Standing.Up, -1, "Wait")]           // looked at before the child failed
    [InlineData(Standing.Up, 0, "Tell")]
    [InlineData(Standing.Up, 10, "Tell")]
    [InlineData(Standing.Pending, null, "Wait")]
    [InlineData(Standing.Paused, -1, "Tell")]
    public void A_parent_counts_only_when_it_was_looked_at_after_its_child_began_to_fail(Standing? standing, int? lookedAtSecond, string expected)
    {
        var lookedAt = lookedAtSecond is { } second ? Film.Start.AddSeconds(second) : (DateTimeOffset?)null;
        var report = standing is { } is_ ? new ParentReport(is_, lookedAt, Parent: null) : null;

        ParentRules.Judge(report, Film.Start).ToString().ShouldBe(expected);
    }
}
