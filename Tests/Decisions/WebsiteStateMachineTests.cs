using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class WebsiteStateMachineTests
{
    [Theory]
    [InlineData("+ + + + +", "")]
    [InlineData("+ - + - +", "")]
    [InlineData("+ - - + - - +", "")]
    [InlineData("+ - - -", "down@4")]
    [InlineData("+ - - - - -", "down@4")]
    [InlineData("- - -", "down@3")]
    [InlineData("+ - - - +", "down@4 back@5")]
    [InlineData("+ - - - + - - -", "down@4 back@5 down@8")]
    public void Announces_a_change_only_after_enough_failures_in_a_row(string strip, string expected) =>
        Film.Play(strip, failuresBeforeDown: 3).Announced.ShouldBe(expected);

    [Theory]
    [InlineData("+ -", "down@2")]
    [InlineData("- +", "down@1 back@2")]
    public void One_failure_is_enough_where_no_recheck_is_configured(string strip, string expected) =>
        Film.Play(strip, failuresBeforeDown: 1).Announced.ShouldBe(expected);

    [Theory]
    [InlineData("- - +", "down@2")]
    [InlineData("- - + -", "down@2")]
    [InlineData("- - + - +", "down@2")]
    [InlineData("- - + +", "down@2 back@4")]
    [InlineData("- - + - + +", "down@2 back@6")]
    public void One_lucky_answer_does_not_end_an_incident(string strip, string expected) =>
        Film.Play(strip, failuresBeforeDown: 2, successesBeforeUp: 2).Announced.ShouldBe(expected);

    [Theory]
    [InlineData("", Standing.Pending)]
    [InlineData("+", Standing.Up)]
    [InlineData("-", Standing.Suspect)]
    [InlineData("+ - -", Standing.Suspect)]
    [InlineData("+ - +", Standing.Up)]
    [InlineData("- - -", Standing.Down)]
    [InlineData("- - - +", Standing.Up)]
    [InlineData("- - - p", Standing.Paused)]
    [InlineData("p + - - -", Standing.Paused)]
    [InlineData("- - - p r", Standing.Pending)]
    public void Ends_in_the_standing_that_its_last_looks_deserve(string strip, Standing expected) =>
        Film.Play(strip).State.Standing.ShouldBe(expected);

    [Theory]
    [InlineData("+ - - - p", "down@4")]
    [InlineData("+ - - - p r +", "down@4")]
    [InlineData("+ - - - p r - - -", "down@4 down@9")]
    public void A_pause_ends_an_incident_without_a_word(string strip, string expected) =>
        Film.Play(strip).Announced.ShouldBe(expected);

    [Fact]
    public void The_incident_begins_at_the_first_failed_check()
    {
        var film = Film.Play("+ - - -");

        film.State.Trouble!.StartedAt.ShouldBe(Film.Frame(2));
        film.State.Since.ShouldBe(Film.Frame(2));
        film.State.Unsent[0].StartedAt.ShouldBe(Film.Frame(2));
        film.State.Unsent[0].FailedChecks.ShouldBe(3);
    }

    [Fact]
    public void The_incident_ends_at_the_first_good_check_of_the_row_that_ended_it()
    {
        var film = Film.Play("- - - + +", successesBeforeUp: 2);

        film.State.Unsent[1].EndedAt.ShouldBe(Film.Frame(4));
        film.State.Since.ShouldBe(Film.Frame(4));
        film.Steps[4].Incident!.EndedAt.ShouldBe(Film.Frame(4));
    }

    [Fact]
    public void Both_alerts_of_an_incident_name_it_by_the_first_of_them()
    {
        var film = Film.Play("- - - +");

        film.State.Unsent.Select(alert => alert.Id).ShouldBe([$"{Film.Id.Value:N}-1", $"{Film.Id.Value:N}-2"]);
        film.State.Unsent.ShouldAllBe(alert => alert.IncidentId == $"{Film.Id.Value:N}-1");
    }

    [Fact]
    public void A_suspicion_that_came_to_nothing_does_not_reset_how_long_the_website_is_up()
    {
        var film = Film.Play("+ + - - +");

        film.State.Since.ShouldBe(Film.Frame(1));
        film.State.Trouble.ShouldBeNull();
    }

    [Fact]
    public void A_healthy_check_of_a_website_that_is_up_changes_and_saves_nothing()
    {
        var film = Film.Play("+ +");

        film.Steps[1].State.ShouldBeSameAs(film.Steps[0].State);
        film.Steps[1].MustSave.ShouldBeFalse();
    }

    [Theory]
    [InlineData("+ + + - - - - - + +", "save . . save . save . . . save")]
    public void Saves_when_the_standing_changes_and_only_then(string strip, string expected) =>
        string.Join(' ', Film.Play(strip, successesBeforeUp: 2).Steps.Select(step => step.MustSave ? "save" : ".")).ShouldBe(expected);

    [Theory]
    [InlineData("+ - - - - + +", ". 1 2 . . 1 .")]
    public void Looks_again_soon_while_it_is_not_sure(string strip, string expected) =>
        string.Join(' ', Film.Play(strip, failuresBeforeDown: 3, successesBeforeUp: 2).Steps.Select(step => step.LookAgainIn is { } delay ? $"{delay.TotalSeconds}" : "."))
            .ShouldBe(expected);

    [Fact]
    public void A_pause_closes_the_incident_in_the_record()
    {
        var film = Film.Play("- - - p");

        film.Steps[3].Incident!.EndedAt.ShouldBe(Film.Frame(4));
        film.State.Unsent.Count(alert => alert.Kind == AlertKind.CameBack).ShouldBe(0);
    }

    [Fact]
    public void Looks_that_follow_one_another_at_once_count_as_one()
    {
        var patience = new Patience([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)], SuccessesBeforeUp: 2);
        var film = new FilmBySeconds(patience);

        film.Look(0, isGood: false).Standing.ShouldBe(Standing.Suspect);
        film.Look(1, isGood: false);
        film.Look(2, isGood: false).FailuresInARow.ShouldBe(1);
        film.LookAgainIn.ShouldBe(TimeSpan.FromSeconds(3));
        film.Look(5, isGood: false).FailuresInARow.ShouldBe(2);
        film.Look(34, isGood: false).Standing.ShouldBe(Standing.Suspect);
        film.Look(35, isGood: false).Standing.ShouldBe(Standing.Down);

        film.Look(40, isGood: true);
        film.Look(41, isGood: true).Standing.ShouldBe(Standing.Down);
        film.LookAgainIn.ShouldBe(TimeSpan.FromSeconds(4));
        film.Look(45, isGood: true).Standing.ShouldBe(Standing.Up);
    }

    private sealed class FilmBySeconds(Patience patience)
    {
        private WebsiteState _state = Film.NewWebsite();

        public TimeSpan? LookAgainIn { get; private set; }

        public WebsiteState Look(int second, bool isGood)
        {
            var at = Film.Start.AddSeconds(second);
            var alone = SecondLookRules.Weigh(Film.Sighting(isGood ? '+' : '-', at), [], isAlone: true);
            var step = WebsiteStateMachine.Observe(Film.Id, _state, isGood ? Verdict.Healthy : Film.Failing, at, at, patience, alone);
            (_state, LookAgainIn) = (step.State, step.LookAgainIn);
            return _state;
        }
    }
}
