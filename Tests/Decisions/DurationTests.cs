using CsCheck;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class DurationTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("30", 30)]
    [InlineData(" 5m ", 300)]
    [InlineData("1h", 3600)]
    [InlineData("2d", 172_800)]
    [InlineData("1.5h", 5400)]
    [InlineData("0.25s", 0.25)]
    [InlineData("0", 0)]
    [InlineData("36500d", 3_153_600_000)]
    public void Is_read_as_people_write_it(string text, double seconds)
    {
        Duration.TryParse(text, out var duration, out var problem).ShouldBeTrue(problem);

        duration.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(null, "''")]
    [InlineData("", "''")]
    [InlineData("s", "'s'")]
    [InlineData("-5m", "'-5m'")]
    [InlineData("5ms", "'5ms'")]
    [InlineData("5w", "'5w'")]
    [InlineData("5M", "'5M'")]
    [InlineData("5 minutes", "'5 minutes'")]
    [InlineData("1h30m", "'1h30m'")]
    [InlineData("1,5h", "'1,5h'")]
    [InlineData("1e9", "'1e9'")]
    [InlineData("NaN", "'NaN'")]
    [InlineData("Infinity", "'Infinity'")]
    [InlineData("36501d", "'36501d'")]
    [InlineData("5\u0007", "'5\uFFFD'")]
    public void Says_what_is_wrong(string? text, string quoted)
    {
        Duration.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe($"{quoted} is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.");
    }

    [Fact]
    public void A_very_long_text_is_refused_in_few_words()
    {
        Duration.TryParse(new string('9', 100_000), out _, out var problem).ShouldBeFalse();

        problem.Length.ShouldBeLessThan(150);
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(30, "30s")]
    [InlineData(90, "90s")]
    [InlineData(300, "5m")]
    [InlineData(3600, "1h")]
    [InlineData(86_400, "1d")]
    [InlineData(0.5, "0.5s")]
    public void Is_written_in_the_largest_unit_that_needs_no_fraction(double seconds, string expected) =>
        Duration.Format(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    [Fact]
    public void Is_read_back_as_it_was_written() =>
        Gen.Long[0, 36_500L * 86_400 * 1000].Sample(milliseconds =>
            Duration.TryParse(Duration.Format(TimeSpan.FromMilliseconds(milliseconds)), out var read, out _) && read.TotalMilliseconds == milliseconds);
}
