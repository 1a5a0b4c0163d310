using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

public sealed class AssessmentTests
{
    [Fact]
    public void A_run_in_which_all_went_well_keeps_every_promise() =>
        Assessment.Of(GoodRun.Evidence).SelectMany(figure => figure.Offenders).ShouldBeEmpty();

    [Fact]
    public void A_run_in_which_nothing_came_breaks_them() =>
        Assessment.Of(GoodRun.Evidence with { Visits = [], Mails = [] }).Count(figure => !figure.Holds).ShouldBeGreaterThanOrEqualTo(5);

    [Fact]
    public void A_sum_that_is_not_the_sum_of_its_rows_breaks_a_promise() =>
        Sums.Of(GoodRun.Evidence with { WrongSums = ["website 1, hour 08:00"] }).Holds.ShouldBeFalse();

    [Theory]
    [InlineData(null, 6)]
    [InlineData("kill, database-away", 2)]
    public void Faults_are_read_as_a_person_names_them(string? list, int count) => FaultNames.Read(list).Faults.Count.ShouldBe(count);

    [Fact]
    public void A_fault_nobody_knows_is_refused() => FaultNames.Read("kill,flood").Problem.ShouldBe("There is no fault 'flood'; expected some of kill, freeze, stop, database-restart, database-away, cut.");
}
