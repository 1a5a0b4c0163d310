using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>What owners are told about what is no website.</summary>
public sealed class KindAlertTests
{
    [Theory]
    [InlineData("tcp://db.example.com:5432", "DOWN: db.example.com:5432", "db.example.com:5432 is down.", "We keep checking every 5 minutes and will write again as soon as it is back.")]
    [InlineData("tls://mail.example.com:465?days=14", "DOWN: mail.example.com:465", "mail.example.com:465 is down.", "We keep checking every 5 minutes and will write again as soon as it is back.")]
    [InlineData("dns://example.com?type=MX", "DOWN: example.com MX", "example.com MX has a problem.", "We keep checking every 5 minutes and will write again as soon as it is back.")]
    [InlineData("ping://host.example.com", "DOWN: host.example.com", "host.example.com is down.", "We keep checking every 5 minutes and will write again as soon as it is back.")]
    [InlineData("heartbeat://nightly-backup", "DOWN: nightly-backup", "nightly-backup has not done its work.", "We keep waiting for its calls and will write again as soon as it is back.")]
    public void An_outage_reads_well_for_every_kind(string address, string subject, string headline, string next)
    {
        var url = WebsiteUrl.Parse(address);

        var words = AlertWriter.Write(Alerts.Outage() with { Url = url, Name = url.Label });

        (words.Subject, words.Headline, words.Next).ShouldBe((subject, headline, next));
        words.Facts[0].ShouldBe(new AlertFact("Address", address, IsAddress: false));
    }

    [Fact]
    public void A_name_of_its_owners_choice_stands_before_the_place() =>
        AlertWriter.Write(Alerts.Outage() with { Url = WebsiteUrl.Parse("tcp://db.example.com:5432"), Name = "Orders" }).Subject.ShouldBe("DOWN: Orders (db.example.com:5432)");

    [Fact]
    public void A_job_was_missing_and_not_checked()
    {
        var words = AlertWriter.Write(Alerts.Recovery() with { Url = WebsiteUrl.Parse("heartbeat://nightly-backup"), Name = "Backup" });

        words.Explanation.ShouldBe("It was missing for 4 minutes 12 seconds, from when it should have called, or said that it had failed, until it called.");
        words.Next.ShouldBe("We keep waiting for its calls and will write if it goes down again.");
        AlertWriter.Write(Alerts.Outage() with { Url = WebsiteUrl.Parse("heartbeat://nightly-backup") }).Facts.Select(fact => fact.Value)
            .ShouldContain("23 Nov 2026 10:02:49 UTC");
    }
}
