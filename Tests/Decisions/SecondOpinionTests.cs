using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>What the state machine makes of what others see.</summary>
public sealed class SecondOpinionTests
{
    [Theory]
    [InlineData("+ - -(--)", "down@3")]
    [InlineData("+ - -(+-)", "down@3")]
    [InlineData("+ - -(++)", "")]
    [InlineData("+ - -(+)", "")]
    [InlineData("+ - -()", "")]
    [InlineData("+ - -() -() -() -()", "")]
    [InlineData("+ - -() -(-)", "down@4")]
    [InlineData("+ - -(+) -(--)", "down@4")]
    [InlineData("+ - -(++) - -(--)", "down@5")]
    [InlineData("+ - -(++) +", "")]
    [InlineData("- -(--) + +(++)", "down@2 back@4")]
    [InlineData("- -(--) + +(--)", "down@2")]
    [InlineData("- -(--) + +(-)", "down@2")]
    [InlineData("- -(--) + +() +(+)", "down@2 back@5")]
    [InlineData("- -(--) + +(--) + +(++)", "down@2 back@6")]
    public void Nothing_is_announced_that_most_of_those_asked_do_not_see(string strip, string expected) =>
        Film.Play(strip, failuresBeforeDown: 2, successesBeforeUp: 2).Announced.ShouldBe(expected);

    [Theory]
    [InlineData("+ + - + - -(--) -(--) + - + +(++) +", "6 11")]
    [InlineData("+ - -(++) -(--) -(++) -(--)", "3 5")]
    [InlineData("+ - -() -() -(+)", "3 4 5")]
    public void Others_are_asked_only_when_the_standing_would_change(string strip, string expected) =>
        Film.Play(strip, failuresBeforeDown: 2, successesBeforeUp: 2).Asked.ShouldBe(expected);

    [Theory]
    [InlineData("+ - -(++)", ". 1 .")]
    [InlineData("+ - -(+) -()", ". 1 1 1")]
    [InlineData("- -(--) + +(--)", "1 . 1 .")]
    [InlineData("- -(--) + +()", "1 . 1 1")]
    public void It_asks_again_soon_when_nothing_was_decided_and_follows_the_schedule_when_most_disagreed(string strip, string expected) =>
        string.Join(' ', Film.Play(strip, failuresBeforeDown: 2, successesBeforeUp: 2).Steps.Select(step => step.LookAgainIn is { } delay ? $"{delay.TotalSeconds}" : "."))
            .ShouldBe(expected);

    [Theory]
    [InlineData("+ - -() -() -(+)", "save save . . .")]
    [InlineData("+ - -(++) - -(--)", "save save save . save")]
    [InlineData("+ - -() +", "save save . save")]
    public void What_was_not_decided_is_not_saved(string strip, string expected) =>
        string.Join(' ', Film.Play(strip, failuresBeforeDown: 2).Steps.Select(step => step.MustSave ? "save" : ".")).ShouldBe(expected);

    [Fact]
    public void One_failed_look_that_nobody_confirms_is_remembered_and_looked_at_again_within_a_minute()
    {
        var film = Film.Play("+ -() -(-)", failuresBeforeDown: 1);

        (film.Steps[1].State.Standing, film.Steps[1].MustSave, film.Steps[1].LookAgainIn).ShouldBe((Standing.Suspect, true, TimeSpan.FromSeconds(30)));
        film.Announced.ShouldBe("down@3");
    }

    [Fact]
    public void A_website_that_others_see_up_stays_suspect_for_all_to_see_and_was_up_all_the_time()
    {
        var film = Film.Play("+ - -(++)", failuresBeforeDown: 2);
        (film.State.Standing, film.State.Since).ShouldBe((Standing.Suspect, Film.Frame(2)));
        film.State.Sightings.Select(sighting => sighting.IsHealthy).ShouldBe([false, true, true]);

        film = Film.Play("+ - -(++) - +", failuresBeforeDown: 2);
        (film.State.Standing, film.State.Since).ShouldBe((Standing.Up, Film.Frame(1)));
        film.State.Sightings.ShouldBeEmpty();
    }

    [Fact]
    public void An_incident_does_not_begin_before_others_last_saw_it_up()
    {
        var film = Film.Play("+ - -(++) - -(--)", failuresBeforeDown: 2);

        film.Steps[4].Incident!.StartedAt.ShouldBe(Film.Frame(4));
        film.State.Unsent[0].FailedChecks.ShouldBe(2);
    }

    [Fact]
    public void An_incident_records_who_saw_it_at_both_ends()
    {
        var film = Film.Play("- -(-+) + +(++)", failuresBeforeDown: 2, successesBeforeUp: 2);

        film.Steps[1].Incident!.Sightings.Select(sighting => sighting.IsHealthy).ShouldBe([false, false, true]);
        film.Steps[3].Incident!.Sightings.Select(sighting => sighting.IsHealthy).ShouldBe([false, false, true, true, true, true]);
        film.State.Unsent.Select(alert => alert.Sightings.Count).ShouldBe([3, 3]);
    }
}
