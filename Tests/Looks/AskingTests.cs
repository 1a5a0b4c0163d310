using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Looks;

/// <summary>How a website is asked, and what of it goes where when it redirects.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private static readonly LookSettings _secretive = new()
    {
        Credentials = new(AuthScheme.Basic, Secret.Of("me:päss")),
        Headers = [RequestHeader.Of("Cookie", "id=1"), RequestHeader.Of("X-Api-Key", "k"), RequestHeader.Of("Accept-Language", "de")],
    };

    private LocalWebsite _site = null!;
    private LocalWebsite _other = null!;

    public async ValueTask InitializeAsync() => (_site, _other) = (await LocalWebsite.StartAsync(), await LocalWebsite.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Headers_and_a_login_are_sent_along()
    {
        await _site.LookAsync(_secretive with { Headers = [.. _secretive.Headers, RequestHeader.Of("User-Agent", "Mine/1"), RequestHeader.Of("Accept", "text/html")] });

        var lines = _site.Requests.ShouldHaveSingleItem().Split("\r\n");
        lines[0].ShouldBe("HEAD / HTTP/1.1");
        lines[1..^2].Order(StringComparer.Ordinal).ShouldBe(
        [
            "Accept-Language: de", "Accept: text/html", "Authorization: Basic bWU6cMOkc3M=", "Connection: close", "Cookie: id=1", $"Host: shop.example:{_site.Port}", "User-Agent: Mine/1", "X-Api-Key: k",
        ]);
    }

    [Theory]
    [InlineData("""{"a":1}""", "application/json")]
    [InlineData("a=1", "application/x-www-form-urlencoded")]
    public async Task A_body_is_posted(string body, string type)
    {
        await _site.LookAsync(new() { Body = Secret.Of(body) });

        var request = _site.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST / HTTP/1.1\r\n");
        request.ShouldContain($"Content-Type: {type}\r\n");
        request.ShouldContain($"Content-Length: {body.Length}\r\n");
    }

    [Fact]
    public async Task The_type_of_a_body_can_be_said()
    {
        await _site.LookAsync(new() { Body = Secret.Of("<a/>"), Method = CheckMethod.Put, Headers = [RequestHeader.Of("Content-Type", "text/xml")] });

        _site.Requests[0].ShouldStartWith("PUT / HTTP/1.1\r\n");
        _site.Requests[0].ShouldContain("Content-Type: text/xml\r\n");
        _site.Requests[0].ShouldNotContain("urlencoded");
    }

    [Theory]
    [InlineData(CheckMethod.Get)]
    [InlineData(CheckMethod.Post)]
    [InlineData(CheckMethod.Put)]
    [InlineData(CheckMethod.Patch)]
    [InlineData(CheckMethod.Delete)]
    [InlineData(CheckMethod.Options)]
    [InlineData(CheckMethod.Head)]
    public async Task A_chosen_method_is_the_only_one_and_its_refusal_the_answer(CheckMethod method)
    {
        _site.Answer = Answers.Status(405, "Method Not Allowed");

        var result = await _site.LookAsync(new() { Method = method });

        (result.StatusCode, result.Method, result.RefusedHead).ShouldBe((405, method, false));
        _site.Requests.ShouldHaveSingleItem().ShouldStartWith(CheckMethods.NameOf(method) + " / ");
    }

    [Fact]
    public async Task What_lets_people_in_goes_to_the_same_server_and_to_no_other()
    {
        _site.Answer = conversation => Answers.Redirect(conversation.Path == "/" ? "/two" : $"http://other.example:{_other.Port}/")(conversation);
        _other.Answer = conversation => Answers.Redirect($"http://shop.example:{_site.Port}/back")(conversation);

        await _site.LookAsync(_secretive);

        _site.Requests[1].ShouldContain("Authorization: Basic");
        _site.Requests[1].ShouldContain("Cookie: id=1");
        foreach (var request in (string[])[_other.Requests[0], _site.Requests[2]])
        {
            request.ShouldContain("Accept-Language: de");
            request.ShouldNotContain("Authorization");
            request.ShouldNotContain("Cookie");
            request.ShouldNotContain("X-Api-Key");
        }
    }

    [Fact]
    public async Task Another_port_is_another_server()
    {
        _site.Answer = Answers.Redirect($"http://shop.example:{_other.Port}/");

        await _site.LookAsync(_secretive);

        _other.Requests.ShouldHaveSingleItem().ShouldNotContain("Authorization");
    }

    [Theory]
    [InlineData(301, "GET")]
    [InlineData(302, "GET")]
    [InlineData(303, "GET")]
    [InlineData(307, "POST")]
    [InlineData(308, "POST")]
    public async Task A_post_is_redirected_as_browsers_do(int status, string then)
    {
        _site.Answer = conversation => (conversation.Path == "/" ? Answers.Redirect("/two", status) : Answers.Ok)(conversation);

        (await _site.LookAsync(new() { Body = Secret.Of("a=1") })).StatusCode.ShouldBe(200);

        _site.Requests[1].ShouldStartWith(then + " /two ");
        _site.Requests[1].Contains("Content-Length: 3", StringComparison.Ordinal).ShouldBe(then == "POST");
    }

    [Fact]
    public async Task A_post_is_not_repeated_on_another_server()
    {
        _site.Answer = Answers.Redirect($"http://other.example:{_other.Port}/", 307);

        var result = await _site.LookAsync(new() { Body = Secret.Of("password=1") });

        result.Failure.ShouldBe(FailureKind.BadRedirect);
        SiteWith.SentenceOf(result).ShouldBe("The server of shop.example redirects to another server, where what is asked with POST is not repeated.");
        _other.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_redirect_can_be_the_answer()
    {
        _site.Answer = Answers.Redirect($"http://other.example:{_other.Port}/", 302);

        var result = await _site.LookAsync(new() { StopsAtRedirect = true, ExpectedHeaders = [LookChangesTests.Header($"Location: other.example:{_other.Port}")] });

        (result.StatusCode, result.FinalUrl, result.Unmet).ShouldBe((302, null, null));
        _other.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Cookies_are_sent_as_said_and_never_collected()
    {
        _site.Answer = conversation => conversation.Path == "/"
            ? Answers.Raw("HTTP/1.1 302 Found\r\nLocation: /two\r\nSet-Cookie: id=2\r\nSet-Cookie: more=3\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")(conversation)
            : Answers.Ok(conversation);

        await _site.LookAsync(_secretive);

        _site.Requests[1].ShouldContain("Cookie: id=1\r\n");
        _site.Requests[1].ShouldNotContain("id=2");
        _site.Requests[1].ShouldNotContain("more=3");
    }

    [Fact]
    public async Task A_bad_certificate_will_do_where_that_is_said()
    {
        await using var site = await LocalWebsite.StartAsync(TestCertificates.SelfSigned("wrong.example"));

        (await site.LookAsync(new() { IgnoresCertificate = true })).StatusCode.ShouldBe(200);
        (await site.LookAsync(new())).Failure.ShouldBe(FailureKind.CertificateProblem);
    }
}
