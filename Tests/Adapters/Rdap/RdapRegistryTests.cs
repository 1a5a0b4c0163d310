using UptimeSquirrel.Adapters.Rdap;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Rdap;

public sealed class RdapRegistryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _date = new(2027, 3, 1, 12, 30, 0, TimeSpan.Zero);

    private LocalWebsite _server = null!;

    public async ValueTask InitializeAsync() => _server = await LocalWebsite.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Asks_for_the_domain_says_who_asks_and_reads_the_date()
    {
        _server.Answer = Json(Shop());

        (await AskAsync()).ShouldBe(RegistryAnswer.Found(_date));

        var request = _server.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("GET /domain/shop.com HTTP/1.1");
        request.ShouldContain("Accept: application/rdap+json");
        request.ShouldContain("User-Agent: UptimeSquirrel/");
        request.ShouldContain("(+https://who.example/)");
    }

    [Fact]
    public async Task Follows_where_it_is_sent()
    {
        _server.Answer = conversation => (conversation.Path == "/domain/shop.com" ? Answers.Redirect("/registry/domain/shop.com", 302) : Json(Shop()))(conversation);

        (await AskAsync()).Outcome.ShouldBe(RegistryOutcome.Found);
    }

    [Fact]
    public async Task Is_not_sent_into_a_private_network()
    {
        await using var inside = await LocalWebsite.StartAsync(address: System.Net.IPAddress.Parse("127.0.0.2"));
        inside.Answer = Json(Shop());
        _server.Answer = Answers.Redirect($"{inside.Url.Text}domain/shop.com");

        (await AskAsync()).Outcome.ShouldBe(RegistryOutcome.Failed);
        inside.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData(404, RegistryOutcome.NotFound)]
    [InlineData(400, RegistryOutcome.NotFound)]
    [InlineData(403, RegistryOutcome.Failed)]
    [InlineData(500, RegistryOutcome.Failed)]
    [InlineData(204, RegistryOutcome.Failed)]
    [InlineData(429, RegistryOutcome.TooOften)]
    public async Task A_status_says_what_kind_of_answer_it_is(int status, RegistryOutcome outcome)
    {
        _server.Answer = Answers.Status(status);

        (await AskAsync()).ShouldBe(new RegistryAnswer(outcome));
    }

    [Theory]
    [InlineData(429, "Retry-After: 90", 90)]
    [InlineData(503, "Retry-After: 5", 5)]
    [InlineData(429, "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 10:02:00 GMT", 120)]
    [InlineData(429, "Retry-After: soon", null)]
    public async Task Hears_when_it_may_come_again(int status, string headers, int? seconds)
    {
        _server.Answer = Answers.Raw($"HTTP/1.1 {status} Slow down\r\n{headers}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        (await AskAsync()).AskAgainIn.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    private static readonly Dictionary<string, Func<Conversation, Task>> _nonsense = new()
    {
        ["hangs"] = Answers.Hang,
        ["drips"] = Answers.SlowDrip(TimeSpan.FromMilliseconds(20)),
        ["resets"] = Answers.Reset,
        ["no HTTP"] = Answers.Garbage,
        ["redirects for ever"] = Answers.RedirectLoop,
        ["endless body"] = Answers.Endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", new string(' ', 65_536)),
        ["endless headers"] = Answers.Endless("HTTP/1.1 200 OK\r\n", "X-Again: and again\r\n"),
        ["a length that is a lie"] = Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{}"),
        ["not JSON"] = Json("<html>Welcome</html>"),
        ["half of it"] = Json(Shop()[..60]),
        ["not an object"] = Json("[1, 2]"),
        ["very deep"] = Json(new string('[', 5000)),
        ["half a character"] = Json("""{"ldhName":"\uD800"}"""),
        ["another domain"] = Json(Shop("other.com")),
        ["no name"] = Json("""{"events":[{"eventAction":"expiration","eventDate":"2027-03-01T12:30:00Z"}]}"""),
        ["no date"] = Json(Shop(date: "tomorrow")),
        ["a number for a date"] = Json("""{"ldhName":"shop.com","events":[{"eventAction":"expiration","eventDate":12}]}"""),
    };

    public static TheoryData<string> Nonsense => [.. _nonsense.Keys];

    [Theory, MemberData(nameof(Nonsense))]
    public async Task Whatever_else_a_registry_does_is_no_news(string what)
    {
        _server.Answer = _nonsense[what];

        (await AskAsync()).ShouldBe(default);
    }

    [Theory]
    [InlineData("2027-03-01T12:30:00Z")]
    [InlineData("2027-03-01T13:30:00+01:00")]
    [InlineData("2027-03-01T12:30:00.000Z")]
    [InlineData("2027-03-01T12:30:00")]
    public void A_date_is_read_however_it_is_written(string date) =>
        RdapAnswer.Read(System.Text.Encoding.UTF8.GetBytes(Shop(date: date)), "shop.com").ShouldBe(RegistryAnswer.Found(_date));

    [Theory]
    [InlineData("""{"ldhName":"SHOP.COM."}""")]
    [InlineData("""{"ldhName":"shop.com","events":{}}""")]
    [InlineData("""{"ldhName":"shop.com","events":[7,{"eventAction":"registration","eventDate":"2001-01-01T00:00:00Z"}]}""")]
    public void A_domain_without_an_end_is_as_good_as_none(string json) =>
        RdapAnswer.Read(System.Text.Encoding.UTF8.GetBytes(json), "shop.com").ShouldBe(new RegistryAnswer(RegistryOutcome.NotFound));

    [Fact]
    public async Task Only_who_asks_ends_it_with_an_exception()
    {
        _server.Answer = Answers.Hang;
        using var registry = new RdapRegistry(_server.Url.ToUri(), "https://who.example/");
        using var gaveUp = new CancellationTokenSource();
        var asking = registry.AskAsync("shop.com", gaveUp.Token);

        await gaveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    private async Task<RegistryAnswer> AskAsync()
    {
        using var registry = new RdapRegistry(_server.Url.ToUri(), "https://who.example/", TimeSpan.FromSeconds(2));
        return await registry.AskAsync("shop.com", TestContext.Current.CancellationToken);
    }

    private static Func<Conversation, Task> Json(string text) => Answers.Raw(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/rdap+json\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(text)}\r\nConnection: close\r\n\r\n{text}");

    private static string Shop(string name = "shop.com", string date = "2027-03-01T12:30:00Z") => $$"""
        {"objectClassName":"domain","ldhName":"{{name}}","events":[{"eventAction":"registration","eventDate":"2001-03-01T12:30:00Z"},
        {"eventAction":"expiration","eventDate":"{{date}}"}],"status":["active"]}
        """;
}
