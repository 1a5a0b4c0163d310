using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class WarningAlertWriterTests
{
    private static readonly ExpiryFacts _certificate = new() { IsDomain = false, Name = "shop.example", Issuer = "Some Authority", ExpiresAt = Alerts.Now.AddDays(6.5) };

    [Fact]
    public void A_certificate_that_expires_says_when_whose_and_that_nothing_is_wrong_yet()
    {
        var words = Write(AlertKind.CertificateExpires, _certificate);

        words.Subject.ShouldBe("Certificate expires in 7 days: Shop (shop.example)");
        words.Headline.ShouldBe("The certificate of shop.example expires in 7 days.");
        words.Explanation.ShouldStartWith("Nothing is wrong yet.");
        words.Facts.ShouldBe(
        [
            new AlertFact("Address", "https://shop.example/", IsAddress: true), new AlertFact("Certificate for", "shop.example"),
            new AlertFact("Issued by", "Some Authority"), new AlertFact("Expires", "29 Nov 2026 22:02:50 UTC"),
        ]);
        words.Brief.ShouldBe("The certificate of shop.example expires in 7 days, on 29 Nov 2026.");
    }

    [Fact]
    public void A_domain_that_expires_says_what_is_lost_with_it()
    {
        var words = Write(AlertKind.DomainExpires, new ExpiryFacts { IsDomain = true, Name = "shop.example", ExpiresAt = Alerts.Now.AddHours(7) });

        words.Subject.ShouldBe("Domain expires within a day: Shop (shop.example)");
        words.Explanation.ShouldContain("mail");
        words.Facts.Select(fact => fact.Label).ShouldBe(["Address", "Domain", "Expires"]);
    }

    [Fact]
    public void A_renewal_says_until_when_it_is_good() =>
        Write(AlertKind.Renewed, _certificate with { ExpiresAt = Alerts.Now.AddDays(90) }).Subject.ShouldBe("Certificate renewed: Shop (shop.example), good until 21 Feb 2027");

    [Fact]
    public void A_slow_website_is_said_to_answer()
    {
        var words = AlertWriter.Write(Slow(AlertKind.BecameSlow));

        words.Subject.ShouldBe("SLOW: Shop (shop.example), 3.2 s");
        words.Explanation.ShouldBe("It answers, but needed more than 2 s for 3 checks in a row.");
        words.Facts.ShouldContain(new AlertFact("Slow since", "23 Nov 2026 10:02:13 UTC"));
    }

    [Fact]
    public void A_website_that_is_fast_again_says_how_long_it_was_slow()
    {
        var words = AlertWriter.Write(Slow(AlertKind.FastAgain) with { EndedAt = Alerts.Outage().StartedAt + new TimeSpan(0, 25, 0) });

        words.Subject.ShouldBe("Fast again: Shop (shop.example), slow for 25 min");
        words.Explanation.ShouldBe("It was slow for 25 minutes, from the first slow check to the first fast one.");
    }

    [Theory]
    [InlineData(AlertKind.CertificateExpires)]
    [InlineData(AlertKind.DomainExpires)]
    [InlineData(AlertKind.Renewed)]
    public void Words_of_others_stay_on_one_line_and_a_phone_can_show_them(AlertKind kind)
    {
        var words = Write(kind, _certificate with { IsDomain = kind == AlertKind.DomainExpires, Name = "a\n" + new string('x', 300), Issuer = "Evil\r\nAuthority" });

        words.Brief.Length.ShouldBeLessThan(160);
        (words.Headline + string.Concat(words.Facts.Select(fact => fact.Value))).ShouldNotContain('\n');
    }

    [Theory]
    [InlineData(AlertKind.WentDown, Severity.Critical)]
    [InlineData(AlertKind.CameBack, Severity.Info)]
    [InlineData(AlertKind.SiloInDoubt, Severity.Critical)]
    [InlineData(AlertKind.SiloSureAgain, Severity.Info)]
    [InlineData(AlertKind.CertificateExpires, Severity.Warning)]
    [InlineData(AlertKind.DomainExpires, Severity.Warning)]
    [InlineData(AlertKind.Renewed, Severity.Info)]
    [InlineData(AlertKind.BecameSlow, Severity.Warning)]
    [InlineData(AlertKind.FastAgain, Severity.Info)]
    [InlineData(AlertKind.ChannelBroke, Severity.Warning)]
    [InlineData(AlertKind.Test, Severity.Info)]
    [InlineData((AlertKind)250, Severity.Critical)]
    public void Every_kind_matters_as_much_as_it_should(AlertKind kind, Severity severity) => SeverityRules.Of(kind).ShouldBe(severity);

    [Fact]
    public void A_warning_in_the_pickup_folder_says_what_it_is() =>
        EmailIdentity.FileName(LetterWriter.Write(Alerts.Outage() with { Kind = AlertKind.CertificateExpires, Expiry = _certificate }, "ann@shop.example"))
            .ShouldStartWith("20261123T100249Z-CERTIFICATE-EXPIRES-shop.example-");

    [Theory]
    [InlineData(AlertKind.CertificateExpires, false)]
    [InlineData(AlertKind.BecameSlow, false)]
    [InlineData(AlertKind.Renewed, true)]
    [InlineData(AlertKind.FastAgain, true)]
    public void What_is_over_closes_what_was_told(AlertKind kind, bool isAllClear) =>
        LetterWriter.Write(Slow(kind) with { Expiry = _certificate }, "ann@shop.example").IsAllClear.ShouldBe(isAllClear);

    [Fact]
    public void A_mail_of_a_warning_is_marked_as_one()
    {
        var alert = Alerts.Outage() with { Kind = AlertKind.CertificateExpires, Expiry = _certificate };

        EmailHtml.Write(AlertWriter.Write(alert), alert.Kind, []).ShouldContain(">EXPIRES SOON<");
    }

    private static AlertMessage Write(AlertKind kind, ExpiryFacts facts) => AlertWriter.Write(Alerts.Outage() with { Kind = kind, DecidedAt = Alerts.Now, Expiry = facts });

    private static Alert Slow(AlertKind kind) => Alerts.Outage() with
    {
        Kind = kind,
        Slowness = new SlownessFacts(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3.2), 3),
        Problem = new Problem(FailureKind.None, "It is slow.", "3.2 s"),
    };
}
