using UptimeSquirrel.Adapters.Database.Overdue;

namespace UptimeSquirrel.Tests.Adapters.Database;

public sealed class DueMathTests
{
    [Theory]
    [InlineData("11-20", 1000, 1010, 1020)]
    [InlineData("", 100, 1010, 1010)]
    [InlineData("", 100, 1020, 1010)]
    [InlineData("0-99", 100, 1010, 1110)]
    [InlineData("0-99", 100, 1010, 9999)]
    [InlineData("0-10 91-99", 100, 1090, 1110)]     // the period begins anew in between
    [InlineData("99-99", 100, 1098, 1099)]
    [InlineData("0-0", 100, 1099, 1100)]
    public void The_phases_due_after_one_moment_and_up_to_another(string expected, long period, long after, long upTo) =>
        string.Join(' ', DueMath.Phases(period, after, upTo).Select(range => $"{range.First}-{range.Last}")).ShouldBe(expected);

    [Fact]
    public void Every_moment_belongs_to_exactly_one_of_the_times_that_follow_one_another()
    {
        const long Period = 7;
        foreach (var phase in Enumerable.Range(0, (int)Period))
        {
            var dues = Enumerable.Range(0, 60).Count(start => DueMath.Phases(Period, start, start + 1).Any(range => range.First <= phase && phase <= range.Last));
            dues.ShouldBe(Enumerable.Range(1, 60).Count(moment => moment % Period == phase));
        }
    }

    [Theory]
    [InlineData(10u, 20u, "11 21")]
    [InlineData(7u, 7u, "-2147483648 8 8 2147483648")]
    [InlineData(4294967286u, 10u, "-9 11")]
    [InlineData(2147483640u, 2147483658u, "-2147483648 -2147483637 2147483641 2147483648")]
    public void A_part_of_the_ring_lies_between_edges(uint begin, uint end, string expected) =>
        string.Join(' ', DueMath.Edges([(begin, end)])).ShouldBe(expected);
}
