using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class DurationWordsTests
{
    [Theory]
    [InlineData("-00:00:03", "less than a second", "less than 1 s")]
    [InlineData("00:00:00.9", "less than a second", "less than 1 s")]
    [InlineData("00:00:01", "1 second", "1 s")]
    [InlineData("00:00:59.999", "59 seconds", "59 s")]
    [InlineData("00:01:00", "1 minute", "1 min")]
    [InlineData("00:04:12", "4 minutes 12 seconds", "4 min 12 s")]
    [InlineData("01:00:59", "1 hour", "1 h")]
    [InlineData("01:59:59", "1 hour 59 minutes", "1 h 59 min")]
    [InlineData("2.03:59:00", "2 days 3 hours", "2 d 3 h")]
    [InlineData("400.00:00:00", "400 days", "400 d")]
    public void Names_the_two_largest_units(string duration, string inFull, string inShort)
    {
        DurationWords.InFull(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(inFull);
        DurationWords.InShort(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(inShort);
    }

    [Theory]
    [InlineData(1, "every minute")]
    [InlineData(5, "every 5 minutes")]
    [InlineData(60, "every hour")]
    [InlineData(90, "every 1 hour 30 minutes")]
    [InlineData(1440, "every day")]
    public void Says_how_often(int minutes, string words) => DurationWords.Every(TimeSpan.FromMinutes(minutes)).ShouldBe(words);
}
