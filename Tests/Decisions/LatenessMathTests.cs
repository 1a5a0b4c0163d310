using UptimeSquirrel.Grains.Cluster;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class LatenessMathTests
{
    [Fact]
    public void A_length_is_at_most_the_longest_of_its_slot_and_no_more_than_a_fifth_shorter()
    {
        for (var milliseconds = 1.5; milliseconds < 800_000; milliseconds *= 1.07)
        {
            var longest = LatenessMath.Longest(LatenessMath.Slot(TimeSpan.FromMilliseconds(milliseconds))).TotalMilliseconds;
            milliseconds.ShouldBeInRange(longest / 1.2, longest * 1.001);
        }
    }

    [Fact]
    public void Nothing_is_too_short_or_too_long_to_count()
    {
        LatenessMath.Slot(TimeSpan.Zero).ShouldBe(0);
        LatenessMath.Slot(TimeSpan.FromDays(9)).ShouldBe(LatenessMath.Slots - 1);
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.98, 2)]
    [InlineData(0.99, 16)]
    [InlineData(1, 16)]
    public void A_quantile_is_what_that_share_of_all_do_not_exceed(double share, int milliseconds)
    {
        var counts = new long[LatenessMath.Slots];
        counts[LatenessMath.Slot(TimeSpan.FromMilliseconds(2))] = 98;
        counts[LatenessMath.Slot(TimeSpan.FromMilliseconds(16))] = 2;

        LatenessMath.Quantile(counts, share)!.Value.TotalMilliseconds.ShouldBe(milliseconds, 0.001);
    }

    [Fact]
    public void Of_nothing_there_is_no_quantile() => LatenessMath.Quantile(new long[LatenessMath.Slots], 0.99).ShouldBeNull();
}
