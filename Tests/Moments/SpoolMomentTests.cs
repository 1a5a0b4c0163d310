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

    private static SpooledWebsite Spooled(params Alert[] alerts) => SpooledWebsite.From(Film.Id, new KeptAlerts(Film.Owner, 1, "{}", alerts), before: null);
}
