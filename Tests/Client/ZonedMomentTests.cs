using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Tests.Client;

public sealed class ZonedMomentTests
{
    [Theory]
    [InlineData("2026-12-24 22:00", "2026-12-24T21:00:00Z")]
    [InlineData("2026-07-24T22:00:30", "2026-07-24T20:00:30Z")]
    [InlineData("2026-12-24 22:00+05:30", "2026-12-24T16:30:00Z")]
    [InlineData("2026-12-24 22:00 +05:30", "2026-12-24T16:30:00Z")]
    [InlineData("2026-12-24T22:00Z", "2026-12-24T22:00:00Z")]
    [InlineData("2026-10-25 02:30+02:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25 02:30+01:00", "2026-10-25T01:30:00Z")]
    public void A_moment_is_read_by_the_clock_of_the_zone_or_by_its_distance_from_utc(string text, string expected)
    {
        ZonedMoment.TryRead(text, Berlin, out var moment, out _).ShouldBeTrue();

        moment.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-03-29 02:30", "There is no 2026-03-29 02:30 in Europe/Berlin: clocks are put forward over it. Expected a moment before or after that.")]
    [InlineData("2026-10-25 02:30", "2026-10-25 02:30 comes twice in Europe/Berlin, since clocks are put back: expected its distance from UTC too, such as '2026-10-25 02:30+02:00'.")]
    [InlineData("2026-13-01 02:30", "'2026-13-01 02:30' is not a moment: expected something like '2026-12-24 22:00', or with its distance from UTC '2026-12-24 22:00+01:00'.")]
    public void A_moment_that_does_not_exist_or_comes_twice_is_refused(string text, string expected)
    {
        ZonedMoment.TryRead(text, Berlin, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe(expected);
    }

    private static TimeZoneInfo Berlin => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
}
