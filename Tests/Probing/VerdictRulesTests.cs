using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class VerdictRulesTests
{
    private static readonly CheckResult Answered = new()
    {
        At = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero),
        Took = TimeSpan.FromMilliseconds(400),
    };

    private static readonly CheckResult Failed = Answered with { Host = "shop.example", Took = TimeSpan.FromSeconds(10.02) };

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(399)]
    public void An_accepted_status_is_healthy(int status) =>
        VerdictRules.Judge(Answered with { StatusCode = status }, AcceptedStatuses.Default).ShouldBeSameAs(Verdict.Healthy);

    [Fact]
    public void Judging_a_healthy_result_allocates_nothing()
    {
        var result = Answered with { StatusCode = 200 };
        VerdictRules.Judge(result, AcceptedStatuses.Default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            VerdictRules.Judge(result, AcceptedStatuses.Default);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void What_counts_as_up_is_for_the_owner_to_say()
    {
        var accept = AcceptedStatuses.Parse("401,503");

        VerdictRules.Judge(Answered with { StatusCode = 503 }, accept).IsHealthy.ShouldBeTrue();
        VerdictRules.Judge(Answered with { StatusCode = 200 }, accept).IsHealthy.ShouldBeFalse();
    }

    [Theory]
    [InlineData(503, null, "The server answered 503 (Service Unavailable) after 0.4 s.", "HTTP 503 Service Unavailable")]
    [InlineData(503, "Back soon", "The server answered 503 (Service Unavailable) after 0.4 s.", "HTTP 503 Back soon")]
    [InlineData(799, "Odd", "The server answered 799 (Odd) after 0.4 s.", "HTTP 799 Odd")]
    [InlineData(799, null, "The server answered 799 after 0.4 s.", "HTTP 799")]
    [InlineData(404, "\u001b[31mred\r\n\u202Eback", "The server answered 404 (Not Found) after 0.4 s.", "HTTP 404 [31mred   back")]
    public void A_bad_status_is_told(int status, string? text, string sentence, string cause) =>
        Judge(Answered with { StatusCode = status, StatusText = text }).ShouldBe(new Problem(FailureKind.BadStatus, sentence, cause));

    [Fact]
    public void Where_a_redirect_led_is_part_of_the_cause() =>
        Judge(Answered with { StatusCode = 404, FinalUrl = "https://shop.example/gone" }).Cause
            .ShouldBe("HTTP 404 Not Found at https://shop.example/gone");

    [Theory]
    [InlineData(0, "at once")]
    [InlineData(49, "at once")]
    [InlineData(50, "after 0.1 s")]
    [InlineData(1_000, "after 1 s")]
    [InlineData(9_940, "after 9.9 s")]
    [InlineData(10_400, "after 10 s")]
    public void Time_is_told_as_precisely_as_anyone_cares(int milliseconds, string words) =>
        Judge(Answered with { StatusCode = 500, Took = TimeSpan.FromMilliseconds(milliseconds) }).Sentence
            .ShouldBe($"The server answered 500 (Internal Server Error) {words}.");

    [Theory]
    [InlineData(FailureKind.NameNotFound, "NXDOMAIN", "The name shop.example does not exist.", "NXDOMAIN")]
    [InlineData(FailureKind.NameLookupFailed, "EAI_AGAIN", "The name shop.example could not be looked up: the name servers gave no usable answer.", "EAI_AGAIN")]
    [InlineData(FailureKind.NameLookupTimeout, "x", "Looking up the name shop.example took longer than 10 s.", "x")]
    [InlineData(FailureKind.ConnectionRefused, "ECONNREFUSED 192.0.2.1:80", "The server of shop.example refused the connection: nothing is listening there.", "ECONNREFUSED 192.0.2.1:80")]
    [InlineData(FailureKind.HostUnreachable, "EHOSTUNREACH", "There is no way to the server of shop.example: its network or machine cannot be reached.", "EHOSTUNREACH")]
    [InlineData(FailureKind.ConnectionBroken, "ECONNRESET", "The server of shop.example broke the connection before it had answered.", "ECONNRESET")]
    [InlineData(FailureKind.ConnectTimeout, "x", "No connection to shop.example came about within 10 s.", "x")]
    [InlineData(FailureKind.TlsTimeout, "x", "No answer within 10 s: shop.example took the connection, but never finished setting up encryption.", "x")]
    [InlineData(FailureKind.AnswerTimeout, "x", "No answer within 10 s: the connection to shop.example was made, but the server did not answer.", "x")]
    [InlineData(FailureKind.CertificateProblem, "certificate expired on 2026-01-03", "Browsers warn visitors of shop.example: its certificate expired on 2026-01-03.", "certificate expired on 2026-01-03")]
    [InlineData(FailureKind.CertificateProblem, null, "Browsers warn visitors of shop.example: its certificate is not valid.", "CertificateProblem")]
    [InlineData(FailureKind.TlsFailed, "x", "No encrypted connection to shop.example could be set up.", "x")]
    [InlineData(FailureKind.BadAnswer, "not HTTP", "What shop.example sent back is not a proper answer of a web server.", "not HTTP")]
    [InlineData(FailureKind.TooManyRedirects, "x", "The address leads from one redirect to the next and never arrives.", "x")]
    [InlineData(FailureKind.RedirectLoop, "x", "The address redirects in a circle and never arrives.", "x")]
    [InlineData(FailureKind.BadRedirect, "x", "The server of shop.example redirects to an address that does not work.", "x")]
    [InlineData(FailureKind.AddressNotAllowed, "junk", "The address of shop.example is private, and this installation does not check those.", "private address junk")]
    [InlineData(FailureKind.NameNotFound, "the name has no address", "The name shop.example has no address.", "the name has no address")]
    [InlineData(FailureKind.CheckBlocked, null, "We could not look: a bot wall, which guards shop.example, took us for a robot. Once it lets the user agent UptimeSquirrel pass, we can.", "HTTP , a bot wall")]
    [InlineData(FailureKind.CheckSkipped, "4 other checks were still under way", "We did not look at shop.example this time, but shall soon: 4 other checks were still under way.", "4 other checks were still under way")]
    [InlineData(FailureKind.PortNotAllowed, "port 22", "Port 22 of shop.example is for another service than a website, and this installation does not check it. To allow it, list it under Checks:AllowedPorts.", "port 22")]
    [InlineData(FailureKind.Unknown, "x", "The check of shop.example failed for a reason we did not foresee.", "x")]
    public void Every_failure_is_told(FailureKind kind, string? detail, string sentence, string cause) =>
        Judge(Failed with { Failure = kind, Detail = detail }).ShouldBe(new Problem(kind, sentence, cause));

    [Fact]
    public void A_private_address_is_told_with_the_way_out() =>
        Judge(Failed with { Failure = FailureKind.AddressNotAllowed, Detail = "127.0.0.1" }).ShouldBe(new Problem(
            FailureKind.AddressNotAllowed,
            "127.0.0.1 is a private address, and this installation does not check those. To watch your own network, list it under " +
            "Checks:AllowedPrivateNetworks (for example 127.0.0.0/8).",
            "private address 127.0.0.1"));

    [Fact]
    public void Every_kind_of_failure_has_words_of_its_own()
    {
        var kinds = Enum.GetValues<FailureKind>().Where(kind => kind is not (FailureKind.None or (>= FailureKind.RecordMissing and <= FailureKind.HeartbeatAwaited))).ToList();

        kinds.Select(SentenceOf).Distinct().Count().ShouldBe(kinds.Count);

        static string SentenceOf(FailureKind kind) => kind is >= FailureKind.KeywordMissing and <= FailureKind.BodyUnreadable
            ? Judge(Answered with { StatusCode = 200, Unmet = new UnmetExpectation(kind, "words", "place", "found") }).Sentence
            : FailureText.Sentence(Failed with { StatusCode = 500 }, kind);
    }

    [Theory]
    [InlineData(FailureKind.None, 200, "status 200 counts as up, as 200-399 do")]
    [InlineData(FailureKind.None, 503, "status 503 counts as failing: only 200-399 count as up")]
    [InlineData(FailureKind.ConnectionRefused, null, "without a proper answer it counts as failing")]
    [InlineData(FailureKind.CheckBlocked, 403, "not having seen the website is no news about it: its standing stays as it is")]
    [InlineData(FailureKind.CheckSkipped, null, "not having seen the website is no news about it: its standing stays as it is")]
    public void The_rule_that_decided_can_be_told(FailureKind failure, int? status, string rule) =>
        VerdictRules.Explain(Answered with { Failure = failure, StatusCode = status }, AcceptedStatuses.Default).ShouldBe(rule);

    [Fact]
    public void A_result_without_status_and_failure_is_not_healthy() => Judge(Answered).Kind.ShouldBe(FailureKind.Unknown);

    [Fact]
    public void What_a_website_sends_is_cut() => Judge(Failed with { Failure = FailureKind.BadAnswer, Detail = new string('x', 5_000) }).Cause.Length.ShouldBe(300);

    private static Problem Judge(CheckResult result) => VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!;
}
