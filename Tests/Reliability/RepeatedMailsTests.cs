using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

public sealed class RepeatedMailsTests
{
    private static Evidence Good => GoodRun.Evidence;

    [Fact]
    public void The_same_mail_twice_is_forgiven_only_around_a_fault()
    {
        RepeatedMails.Of(Good with { Mails = [.. Good.Mails, GoodRun.Up with { At = GoodRun.At(140) }] }).Holds.ShouldBeFalse();
        var aroundFault = RepeatedMails.Of(Good with { Mails = [.. Good.Mails, GoodRun.Up with { At = GoodRun.At(250) }] });
        aroundFault.Holds.ShouldBeTrue();
        aroundFault.Result.ShouldBe("0; repeated with the same id around a fault: 1");
    }

    [Fact]
    public void One_outage_told_twice_under_two_names_counts_whatever_happened()
    {
        var second = new IncidentRow("alert9", 1, GoodRun.At(81), GoodRun.At(131));
        var mail = GoodRun.Down with { AlertId = "alert9", MessageId = "<9@x>", At = GoodRun.At(250) };
        RepeatedMails.Of(Good with { Incidents = [GoodRun.Incident, second], Mails = [.. Good.Mails, mail] }).Offenders.ShouldHaveSingleItem().ShouldContain("called down 2 times");
    }

    [Fact]
    public void The_end_of_an_outage_told_twice_counts_too() =>
        RepeatedMails.Of(Good with { Mails = [.. Good.Mails, GoodRun.Up with { AlertId = "alert3", MessageId = "<3@x>" }] })
            .Offenders.ShouldHaveSingleItem().ShouldContain("called up again 2 times");

    [Fact]
    public void Two_recipients_are_told_once_each() =>
        RepeatedMails.Of(Good with { Mails = [.. Good.Mails, GoodRun.Down with { MessageId = "<8@x>", Recipient = "b@x" }] }).Holds.ShouldBeTrue();
}
