using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Holding;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>Moments are UTC; Berlin is one hour ahead in winter and two in summer. It changed to summer time on 29 March 2026, back on 25 October.</summary>
public sealed class QuietHoursRulesTests
{
    [Theory]
    [InlineData("2026-11-23 20:59:59", null)]                   // 21:59:59 there
    [InlineData("2026-11-23 21:00", "2026-11-24 06:00")]
    [InlineData("2026-11-24 05:59:59", "2026-11-24 06:00")]
    [InlineData("2026-11-24 06:00", null)]
    [InlineData("2026-07-01 20:00", "2026-07-02 05:00")]        // in summer an hour earlier
    [InlineData("2026-07-01 19:59", null)]
    [InlineData("2026-03-28 21:00", "2026-03-29 05:00")]        // begins in winter, ends in summer: an hour short
    [InlineData("2026-10-24 20:00", "2026-10-25 06:00")]        // begins in summer, ends in winter: an hour long
    public void A_night_in_Berlin(string at, string? end) => End("22:00", "07:00", at).ShouldBe(end);

    [Theory]
    [InlineData("01:30", "02:30", "2026-03-29 00:40", "2026-03-29 01:00")]       // 02:30 is leapt over: it ends with the leap
    [InlineData("01:30", "02:30", "2026-03-29 01:00", null)]
    [InlineData("02:30", "04:00", "2026-03-29 00:59", null)]                     // it begins with the leap
    [InlineData("02:30", "04:00", "2026-03-29 01:00", "2026-03-29 02:00")]
    [InlineData("02:30", "04:00", "2026-10-25 00:30", "2026-10-25 03:00")]       // 02:30 for the first time
    [InlineData("02:30", "04:00", "2026-10-25 00:29", null)]
    [InlineData("01:00", "02:30", "2026-10-25 00:45", "2026-10-25 01:30")]       // 02:45 for the first time: 02:15 comes once more
    [InlineData("01:00", "02:30", "2026-10-25 01:29", "2026-10-25 01:30")]       // 02:29 for the second time
    [InlineData("01:00", "02:30", "2026-10-25 01:30", null)]
    public void The_night_in_which_the_clock_is_changed(string from, string to, string at, string? end) => End(from, to, at).ShouldBe(end);

    [Theory]
    [InlineData("2026-11-27 22:00", "2026-11-28 06:00")]        // Friday evening
    [InlineData("2026-11-28 05:00", "2026-11-28 06:00")]        // Saturday morning belongs to Friday's night
    [InlineData("2026-11-28 22:00", null)]                      // Saturday evening
    [InlineData("2026-11-30 05:00", null)]                      // Monday morning belongs to Sunday's
    public void Days_are_those_on_which_it_begins(string at, string? end) =>
        End("22:00", "07:00", at, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday).ShouldBe(end);

    [Theory]
    [InlineData("2026-11-23 12:29", null)]
    [InlineData("2026-11-23 12:30", "2026-11-23 13:00")]
    [InlineData("2026-11-23 13:00", null)]
    public void A_nap_ends_on_the_same_day(string at, string? end) => End("13:30", "14:00", at).ShouldBe(end);

    [Fact]
    public void An_outage_waits_only_when_everything_does()
    {
        var night = Utc("2026-11-23 23:00");

        QuietHoursRules.HeldUntil(BerlinNight, Severity.Critical, night).ShouldBeNull();
        QuietHoursRules.HeldUntil(BerlinNight, Severity.Warning, night).ShouldBe(Utc("2026-11-24 06:00"));
        QuietHoursRules.HeldUntil(BerlinNight, Severity.Info, night).ShouldBe(Utc("2026-11-24 06:00"));
        QuietHoursRules.HeldUntil(BerlinNight with { HoldsAll = true }, Severity.Critical, night).ShouldBe(Utc("2026-11-24 06:00"));
        QuietHoursRules.HeldUntil(null, Severity.Info, night).ShouldBeNull();
    }

    [Fact]
    public void A_zone_that_a_silo_does_not_know_is_never_quiet() =>
        QuietHoursRules.At(Quiet("00:00", "23:59", "Mars/Olympus"), Utc("2026-11-23 12:00")).ShouldBeNull();

    [Fact]
    public void What_makes_no_sense_is_said()
    {
        QuietHoursRules.Problems(BerlinNight).ShouldBeEmpty();
        QuietHoursRules.Problems(Quiet("22:00", "22:00", "Berlin")).ShouldBe(
        [
            "The quiet hours begin and end at 22:00: expected two different times.",
            "'Berlin' is not a time zone: expected an IANA name such as Europe/Berlin or UTC.",
        ]);
    }

    private static string? End(string from, string to, string at, params DayOfWeek[] days) =>
        QuietHoursRules.At(Quiet(from, to, days: days), Utc(at))?.End.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
