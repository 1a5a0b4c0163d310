using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

public sealed class CoverageTests
{
    [Fact]
    public void Counts_every_due_time_whose_interval_was_observed() => Coverage.Of(GoodRun.Evidence).Result.ShouldBe("236 / 236 = 100.00 %; missed 0");

    [Fact]
    public void A_miss_while_nothing_was_wrong_breaks_the_promise_even_if_it_is_the_only_one() =>
        Coverage.Of(GoodRun.Without(0, 400, 409) with { LeastCoverage = 0 }).Offenders.ShouldHaveSingleItem().ShouldContain("no fault at that time");

    [Fact]
    public void One_miss_in_a_fault_is_forgiven_and_many_are_not()
    {
        Coverage.Of(GoodRun.Without(0, 245, 255)).Holds.ShouldBeTrue();
        Coverage.Of(GoodRun.Without(0, 245, 265)).Offenders.ShouldHaveSingleItem().ShouldStartWith("only 99.15 %");
    }

    [Fact]
    public void Looking_twice_makes_up_for_nothing()
    {
        var evidence = GoodRun.Without(0, 245, 265);
        var twice = evidence.Visits.Concat(Enumerable.Range(0, 50).Select(number => new Visit(0, GoodRun.At(301.1 + number * 0.01), 1)));
        Coverage.Of(evidence with { Visits = [.. twice] }).Result.ShouldStartWith("234 / 236");
    }

    [Fact]
    public void A_late_check_counts_if_it_comes_before_the_next_is_due()
    {
        var evidence = GoodRun.Without(0, 245, 255);
        Coverage.Of(evidence with { Visits = [.. evidence.Visits, new Visit(0, GoodRun.At(259), 3)] }).Result.ShouldStartWith("236 / 236");
    }

    [Fact]
    public void A_website_that_nobody_will_look_at_again_is_lost() =>
        Coverage.Of(GoodRun.Evidence with { Schedules = [.. GoodRun.Evidence.Schedules.Skip(1)] }).Offenders.ShouldBe(["1 websites have no reminder in the database"]);
}
