using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

/// <summary>Later channels while the database is away.</summary>
public sealed class SpoolMomentTests
{
    private static readonly DateTimeOffset _now = Utc("2026-11-23 10:00");
    private static readonly StoredChannel _late = Channel("sms-2", TimeSpan.FromMinutes(10));

    [Fact]
    public void A_later_channel_waits_for_its_time()
    {
        var spooled = Spooled(Down(_now));

        SpoolRules.NextDue([spooled], Channel("slack-1"), _now).ShouldNotBeNull();
        SpoolRules.NextDue([spooled], _late, _now.AddMinutes(9)).ShouldBeNull();
        SpoolRules.NextDue([spooled], _late, _now.AddMinutes(10)).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_over_before_its_time_is_not_told_over_it()
    {
        var spooled = Spooled(Down(_now), Back(_now.AddMinutes(5), Down(_now)));

        SpoolRules.NextDue([spooled], _late, _now.AddHours(1)).ShouldBeNull();
        SpoolRules.NextDue([Spooled(Back(_now.AddMinutes(5), Down(_now)))], _late, _now.AddHours(1)).ShouldBeNull();
        SpoolRules.NextDue([Spooled(Back(_now.AddMinutes(50), Down(_now)))], _late, _now.AddHours(1)).ShouldNotBeNull();
    }

    [Fact]
    public void A_channel_for_outages_only_gets_nothing_else()
    {
        var test = ChannelAlertWriter.Test(Guid.NewGuid(), _now);

        SpoolRules.NextDue([Spooled(test)], Channel("sms-1", only: Severity.Critical), _now).ShouldBeNull();
        SpoolRules.NextDue([Spooled(Down(_now))], Channel("sms-1", only: Severity.Critical), _now).ShouldNotBeNull();
    }

    [Fact]
    public void Quiet_hours_are_kept_and_an_outage_is_told_in_them_with_what_waited_before_it()
    {
        var night = Utc("2026-11-23 23:00");
        var evening = Back(night, Down(night.AddHours(-3)));
        var woken = Down(night.AddHours(1), incident: 2);

        Next(night, evening).ShouldBeNull();
        Next(Utc("2026-11-24 06:00"), evening).ShouldBe("CameBack");
        Next(night.AddHours(1), evening, woken).ShouldBe("CameBack");
        Next(night.AddHours(1), woken).ShouldBe("WentDown");
        Next(night.AddHours(2), Back(night.AddHours(2), woken)).ShouldBe("CameBack");
    }

    [Fact]
    public void An_outage_that_waits_for_the_morning_has_its_end_wait_with_it()
    {
        var night = Utc("2026-11-23 23:00");
        var outage = Down(night);
        var quiet = BerlinNight with { HoldsAll = true };

        Next(night.AddHours(1), quiet, outage, Back(night.AddHours(1), outage)).ShouldBeNull();
        Next(Utc("2026-11-24 06:00"), quiet, outage, Back(night.AddHours(1), outage)).ShouldBe("WentDown");
    }

    [Fact]
    public void Quiet_hours_are_in_the_book_that_is_read_while_the_database_is_away()
    {
        var read = OwnerContacts.FromJson(OwnerContacts.Of(new OwnerState { Quiet = Quiet("22:00", "07:00", "UTC", holdsAll: true, DayOfWeek.Monday) }).ToJson()).Quiet!;

        (read.From, read.To, read.Zone, read.HoldsAll).ShouldBe((new TimeOnly(22, 0), new TimeOnly(7, 0), "UTC", true));
        read.Days.ShouldBe([DayOfWeek.Monday]);
        OwnerContacts.FromJson("""{"emails":[]}""").Quiet.ShouldBeNull();
    }

    private static string? Next(DateTimeOffset at, params Alert[] alerts) => Next(at, BerlinNight, alerts);

    private static string? Next(DateTimeOffset at, QuietHours quiet, params Alert[] alerts) => SpoolRules.NextDue([Spooled(alerts)], Channel("slack-1"), at, quiet)?.Alert.Kind.ToString();

    private static SpooledWebsite Spooled(params Alert[] alerts) => SpooledWebsite.From(Film.Id, new KeptAlerts(Film.Owner, 1, "{}", alerts), before: null);
}
