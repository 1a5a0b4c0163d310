using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

public sealed class AlertFiguresTests
{
    private static Evidence Good => GoodRun.Evidence;

    [Fact]
    public void A_website_that_was_up_must_not_be_called_down()
    {
        var mail = GoodRun.Down with { Website = 2, AlertId = "alert9", MessageId = "<9@x>" };
        FalseAlarms.Of(Good with { Mails = [.. Good.Mails, mail] }).Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_website_that_was_down_must_not_be_called_down_for_another_time()
    {
        var again = new IncidentRow("alert9", 1, GoodRun.At(300), GoodRun.At(320));
        var mail = GoodRun.Down with { AlertId = "alert9", MessageId = "<9@x>", At = GoodRun.At(305) };
        FalseAlarms.Of(Good with { Incidents = [GoodRun.Incident, again], Mails = [.. Good.Mails, mail] }).Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_mail_that_comes_after_the_outage_is_late_but_true() =>
        FalseAlarms.Of(Good with { Mails = [GoodRun.Down with { At = GoodRun.At(500) }, GoodRun.Up] }).Holds.ShouldBeTrue();

    [Fact]
    public void An_incident_nobody_was_told_about_counts() =>
        UnalertedIncidents.Of(Good with { Mails = [GoodRun.Up] }).Offenders.ShouldHaveSingleItem().ShouldContain("no mail that it is down");

    [Fact]
    public void So_does_one_whose_end_nobody_was_told_about() =>
        UnalertedIncidents.Of(Good with { Mails = [GoodRun.Down] }).Offenders.ShouldHaveSingleItem().ShouldContain("no mail that it is up again");

    [Fact]
    public void So_does_an_outage_the_product_never_saw() =>
        UnalertedIncidents.Of(Good with { Incidents = [], Mails = [] }).Offenders.ShouldHaveSingleItem().ShouldContain("no incident");

    [Fact]
    public void So_does_an_incident_that_never_ends() =>
        UnalertedIncidents.Of(Good with { Incidents = [GoodRun.Incident with { EndedAt = null }], Mails = [GoodRun.Down] }).Offenders.ShouldHaveSingleItem().ShouldContain("never ended");

    [Theory]
    [InlineData(17, true)]   // too short to be confirmed in any case
    [InlineData(19, false)]
    public void An_outage_too_short_to_be_confirmed_may_go_unseen(double seconds, bool isKept) =>
        UnalertedIncidents.Of(Good with { Outages = [new Outage(3, GoodRun.At(400), GoodRun.At(400 + seconds))], Incidents = [], Mails = [] }).Holds.ShouldBe(isKept);

    [Fact]
    public void An_alert_without_an_incident_counts()
    {
        GroundlessAlerts.Of(Good).Holds.ShouldBeTrue();
        GroundlessAlerts.Of(Good with { Incidents = [] }).Offenders.Count.ShouldBe(2);
        GroundlessAlerts.Of(Good with { Mails = [GoodRun.Up] }).Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_delivery_the_mail_server_knows_nothing_of_counts() =>
        UndeliveredAlerts.Of(Good with { Mails = [GoodRun.Down] }).Offenders.ShouldHaveSingleItem().ShouldContain("alert2");

    [Fact]
    public void A_first_try_that_failed_is_forgotten_when_another_arrived() =>
        UndeliveredAlerts.Of(Good with { Deliveries = [.. Good.Deliveries, new DeliveryRow("alert1", "a@x", 0, GoodRun.At(74), IsDelivered: false)] }).Holds.ShouldBeTrue();
}
