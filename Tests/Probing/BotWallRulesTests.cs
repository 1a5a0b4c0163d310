using System.Net;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

public sealed class BotWallRulesTests
{
    [Theory]
    [InlineData(403, "cf-mitigated", "challenge", "Cloudflare (cf-mitigated: challenge)")]
    [InlineData(503, "CF-Mitigated", " Challenge", "Cloudflare (cf-mitigated: Challenge)")]
    [InlineData(202, "x-amzn-waf-action", "challenge", "AWS WAF (x-amzn-waf-action: challenge)")]
    [InlineData(405, "x-amzn-waf-action", "captcha", "AWS WAF (x-amzn-waf-action: captcha)")]
    [InlineData(429, "x-vercel-mitigated", "challenge", "Vercel (x-vercel-mitigated: challenge)")]
    [InlineData(403, "X-DD-B", "1", "DataDome (x-dd-b: 1)")]
    [InlineData(403, "X-Sucuri-Block", "BOT01", "Sucuri (x-sucuri-block: BOT01)")]
    [InlineData(429, "x-kpsdk-ct", "abc", "Kasada (x-kpsdk-ct: abc)")]
    [InlineData(403, "cf-mitigated", "nothing known", null)]
    [InlineData(200, "cf-mitigated", "challenge", null)]
    [InlineData(200, "x-kpsdk-ct", "abc", null)]
    [InlineData(403, "x-kpsdk-ct", "abc", null)]
    [InlineData(403, "x-vercel-mitigated", "deny", null)]
    [InlineData(403, "Server", "cloudflare", null)]
    [InlineData(403, "CF-Ray", "8f2b3c4d5e6f7-SJC", null)]
    [InlineData(403, "X-DataDome", "protected", null)]
    [InlineData(403, "X-Sucuri-ID", "19002", null)]
    [InlineData(403, "Server", "AkamaiGHost", null)]
    public void A_guard_is_known_by_the_header_that_only_its_own_answers_have(int status, string header, string value, string? expected)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        answer.Headers.TryAddWithoutValidation(header, value);

        BotWallRules.Find(status, answer.Headers.NonValidated).ShouldBe(expected);
    }

    [Fact]
    public async Task A_guarded_website_is_neither_up_nor_down_and_the_way_out_is_told()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Raw("HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\nConnection: close\r\n\r\n");

        var result = await Probes.LookAsync(site.Url.Text, Probes.Patient);
        var verdict = VerdictRules.Judge(result, AcceptedStatuses.Parse("200-399,403"));

        (verdict.IsHealthy, verdict.CouldNotLook).ShouldBe((false, true));
        verdict.Problem.ShouldBe(new Problem(
            FailureKind.CheckBlocked,
            "We could not look: Cloudflare, which guards 127.0.0.1, took us for a robot. Once it lets the user agent UptimeSquirrel pass, we can.",
            "HTTP 403, Cloudflare (cf-mitigated: challenge)"));
        result.StatusCode.ShouldBe(403);
    }

    [Fact]
    public async Task A_guard_is_not_asked_twice()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Raw("HTTP/1.1 405 Method Not Allowed\r\nx-amzn-waf-action: captcha\r\nConnection: close\r\n\r\n");

        await Probes.LookAsync(site.Url.Text, Probes.Patient);

        site.Connections.ShouldBe(1);
    }
}
