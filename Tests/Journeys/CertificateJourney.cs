using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class CertificateJourney
{
    [Fact]
    public async Task An_owner_is_told_that_a_certificate_expires_and_the_status_shows_it()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var shop = await LocalWebsite.StartAsync(TestCertificates.Between("127.0.0.1", now.AddDays(-80), now.AddDays(6.5)));
        await using var journey = await Journey.BeginTrustingAsync(TestCertificates.Authority);

        await journey.Squirrel.MustAsync("add", shop.Url.Text, "--name", "Shop", "--email", "alice@shop.example", "--every", "1s", "--slow-after", "4s");

        var mail = await journey.Mail.WaitForAsync(mail => mail.Subject.Contains("ertificate", StringComparison.Ordinal));
        mail.Subject.ShouldBe($"Certificate expires in 7 days: Shop (127.0.0.1:{shop.Port})");
        mail.Text.ShouldContain("Squirrel Test Authority");
        mail.Message.HtmlBody!.ShouldContain("EXPIRES SOON");

        var looks = shop.Requests.Count;
        await Support.Eventually.TrueAsync(() => shop.Requests.Count >= looks + 3, () => "It is not checked any more.");
        journey.Mail.Messages.Count.ShouldBe(1);

        var status = await journey.Squirrel.MustAsync("status", shop.Url.Text, "--verbose");
        status.Output.ShouldContain("(6 days left)");
        status.Output.ShouldContain("slow after 4s");
        status.Output.ShouldContain("issued by Squirrel Test Authority");
        (await journey.Squirrel.MustAsync("status", shop.Url.Text, "--json")).Json.GetProperty("warnings").GetProperty("certificateExpiresAt").GetDateTimeOffset()
            .ShouldBe(now.AddDays(6.5), TimeSpan.FromSeconds(2));
    }
}
