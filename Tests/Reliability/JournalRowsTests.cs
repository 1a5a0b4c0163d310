using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

public sealed class JournalRowsTests
{
    private static Evidence Good => GoodRun.Evidence;

    [Fact]
    public void A_look_without_a_row_is_lost() =>
        JournalRows.Of(Good with { Checks = [.. Good.Checks.Skip(1)] }).Result.ShouldStartWith("1 lost, 0 doubled");

    [Fact]
    public void A_row_without_a_look_is_doubled() =>
        JournalRows.Of(Good with { Checks = [.. Good.Checks, Good.Checks[0] with { At = Good.Checks[0].At.AddMicroseconds(1) }] }).Result.ShouldStartWith("0 lost, 1 doubled");

    [Fact]
    public void A_failed_check_may_never_have_reached_the_website() =>
        JournalRows.Of(Good with { Checks = [.. Good.Checks, new CheckRow(0, GoodRun.At(5), TimeSpan.FromSeconds(2), IsHealthy: false)] }).Holds.ShouldBeTrue();

    [Theory]
    [InlineData(2, 239, true)]   // the silo that was killed a second later
    [InlineData(2, 237, false)]  // it had time to write that down
    [InlineData(1, 239, false)]  // another silo
    [InlineData(0, 239, true)]   // nobody knows which silo
    public void Only_what_a_silo_saw_just_before_its_death_may_be_lost(int silo, double at, bool isKept)
    {
        var figure = JournalRows.Of(Good with { Visits = [.. Good.Visits, new Visit(0, GoodRun.At(at), silo)] });
        figure.Holds.ShouldBe(isKept);
        figure.Result.ShouldContain(isKept ? "lost with a silo: 1" : "lost with a silo: 0");
    }

    [Fact]
    public void Others_look_at_a_website_in_trouble_without_a_row_of_their_own()
    {
        var figure = JournalRows.Of(Good with { Visits = [.. Good.Visits, new Visit(1, GoodRun.At(72.5), 3), new Visit(1, GoodRun.At(73), 1)] });
        figure.Holds.ShouldBeTrue();
        figure.Result.ShouldEndWith("second looks: 2");
    }

    [Fact]
    public void At_a_website_that_is_well_nobody_looks_without_a_row() =>
        JournalRows.Of(Good with { Visits = [.. Good.Visits, new Visit(0, GoodRun.At(72.5), 3)] }).Offenders.ShouldHaveSingleItem().ShouldContain("no row");

    [Fact]
    public void A_silo_that_wakes_up_has_others_look_at_what_was_in_trouble_when_it_froze()
    {
        var visit = new Visit(1, GoodRun.At(205), 1);
        JournalRows.Of(Good with { Visits = [.. Good.Visits, visit] }).Holds.ShouldBeFalse();
        JournalRows.Of(Good with { Visits = [.. Good.Visits, visit], Deaths = [new Death(3, GoodRun.At(140), GoodRun.At(206))] }).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("kill")]
    [InlineData("freeze")]
    [InlineData("cut")]
    public void A_silo_could_write_nothing_down_from_the_fault_until_its_end(string fault)
    {
        var window = new FaultWindow(FaultNames.Read(fault).Faults.Single(), 3, GoodRun.At(300), GoodRun.At(380));
        Death.Among([new SiloEnd(3, GoodRun.At(362), 134, WasAsked: false)], [window]).ShouldHaveSingleItem()
            .ShouldBe(new Death(3, GoodRun.At(298), GoodRun.At(362)));
    }

    [Fact]
    public void A_silo_that_was_asked_to_stop_may_lose_nothing() =>
        Death.Among([new SiloEnd(3, GoodRun.At(362), 0, WasAsked: true)], []).ShouldBeEmpty();

    [Theory]
    [InlineData(true, 10, 5, true, 11, 1, 11.5, 14)]     // the long look began first and ends last: the first visit is not its own
    [InlineData(false, 10, 5, true, 11, 1, 11.5, 12.5)]  // the same with a failed look
    [InlineData(false, 10, 2, true, 11, 4, 11.5, 14)]    // here the first visit is the only one the failed look can have made
    public void Looks_of_two_silos_at_the_same_time_are_told_apart(
        bool firstIsHealthy, double first, double firstTook, bool secondIsHealthy, double second, double secondTook, double visit, double otherVisit)
    {
        CheckRow[] rows =
        [
            new(0, GoodRun.At(first), TimeSpan.FromSeconds(firstTook), firstIsHealthy),
            new(0, GoodRun.At(second), TimeSpan.FromSeconds(secondTook), secondIsHealthy),
        ];
        var (unrecorded, unasked) = RowMatching.Match([new Visit(0, GoodRun.At(visit), 1), new Visit(0, GoodRun.At(otherVisit), 2)], rows);
        unrecorded.ShouldBeEmpty();
        unasked.ShouldBeEmpty();
    }

    [Fact]
    public void A_visit_belongs_to_the_good_look_rather_than_to_one_that_got_stuck_on_its_way()
    {
        CheckRow stuck = new(0, GoodRun.At(10), TimeSpan.FromSeconds(4), IsHealthy: false);
        var (_, unasked) = RowMatching.Match([new Visit(0, GoodRun.At(13.9), 1)], [stuck, new(0, GoodRun.At(13.5), TimeSpan.FromSeconds(1), IsHealthy: true)]);
        unasked.ShouldBe([stuck]);
    }
}
