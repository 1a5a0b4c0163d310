using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>Looks that saw nothing: a bot wall in the way, or too much going on.</summary>
public sealed class CouldNotLookTests
{
    private static readonly Verdict Blocked = new(new Problem(FailureKind.CheckBlocked, "We could not look.", "HTTP 403"));
    private static readonly Verdict Skipped = new(new Problem(FailureKind.CheckSkipped, "We did not look.", "busy"));

    private static readonly Verdict MayNotPing = new(new Problem(FailureKind.PingNotPossible, "We could not look.", "EACCES"));

    public static TheoryData<string, FailureKind> EveryStanding
    {
        get
        {
            var data = new TheoryData<string, FailureKind>();
            foreach (var kind in new[] { FailureKind.CheckBlocked, FailureKind.CheckSkipped, FailureKind.PingNotPossible })
                foreach (var strip in new[] { "", "+", "+ -", "+ - -", "+ - - -", "+ - - - p" })
                    data.Add(strip, kind);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryStanding))]
    public void Change_nothing_and_tell_nobody(string strip, FailureKind kind)
    {
        var film = Film.Play(strip);

        var step = Look(film, kind switch { FailureKind.CheckBlocked => Blocked, FailureKind.CheckSkipped => Skipped, _ => MayNotPing });

        step.State.ShouldBeSameAs(film.State);
        (step.MustSave, step.Incident).ShouldBe((false, null));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("+", null)]
    [InlineData("+ - - -", null)]
    [InlineData("+ -", 1.0)]
    public void A_suspicion_does_not_wait_a_whole_interval_for_its_next_look(string strip, double? secondsUntilNext) =>
        (Look(Film.Play(strip), Blocked).LookAgainIn?.TotalSeconds).ShouldBe(secondsUntilNext);

    [Fact]
    public void A_suspicion_that_cannot_be_looked_into_for_minutes_waits_for_the_schedule_like_everything_else()
    {
        var film = Film.Play("+ -");
        var later = film.State.FailedAt!.Value.AddMinutes(10);

        WebsiteStateMachine.Observe(Film.Id, film.State, Blocked, later, later, film.Patience).LookAgainIn.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+ - - -")]
    public void What_we_left_out_ourselves_is_made_up_for_soon(string strip) =>
        Look(Film.Play(strip), Skipped).LookAgainIn.ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void Do_not_count_among_the_failures_in_a_row()
    {
        var film = Film.Play("+ - -", failuresBeforeDown: 3);

        var next = WebsiteStateMachine.Observe(Film.Id, Look(film, Blocked).State, Film.Failing, Film.Frame(9), Film.Frame(9), film.Patience, new SecondLook(SecondLookOutcome.Agreed, []));

        next.State.Standing.ShouldBe(Standing.Down);
        next.State.Unsent.Single().FailedChecks.ShouldBe(3);
    }

    private static Step Look(Film film, Verdict verdict) => WebsiteStateMachine.Observe(Film.Id, film.State, verdict, Film.Frame(8), Film.Frame(8), film.Patience);
}
