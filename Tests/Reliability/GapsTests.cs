using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

public sealed class GapsTests
{
    [Theory]
    [InlineData(402, 409, true)]   // between two checks
    [InlineData(400, 409, false)]  // one check is missing, and nothing was wrong at that time
    [InlineData(245, 255, true)]   // one is missing while the silo was gone
    [InlineData(245, 265, false)]  // two are missing: nobody took over within 15 seconds
    [InlineData(585, 601, false)]  // none came any more before the end
    public void A_website_may_be_left_alone_only_as_long_as_a_takeover_takes(double from, double to, bool isKept) =>
        Gaps.Of(GoodRun.Without(0, from, to)).Holds.ShouldBe(isKept);

    [Fact]
    public void A_freeze_may_take_longer_than_a_crash()
    {
        var evidence = GoodRun.Without(0, 245, 265) with { Faults = [GoodRun.Kill with { Kind = FaultKind.Freeze }] };
        Gaps.Of(evidence).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("database-away")]
    [InlineData("database-restart")]
    public void A_database_that_is_away_is_no_excuse_for_a_gap(string fault) =>
        Gaps.Of(GoodRun.Without(0, 245, 255) with { Faults = [GoodRun.Kill with { Kind = FaultNames.Read(fault).Faults.Single(), Silo = 0 }] }).Holds.ShouldBeFalse();

    [Fact]
    public void The_worst_gap_is_told_for_each_kind_of_fault() =>
        Gaps.Of(GoodRun.Without(0, 245, 255)).Result.ShouldBe("0; longest gap: undisturbed 10.0 s, Kill 20.0 s");
}
