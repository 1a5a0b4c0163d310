using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Looks;

/// <summary>What JSON and headers must say.</summary>
public sealed class ExpectationTests : IAsyncLifetime
{
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LocalWebsite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("""{"status":"ok"}""", "status=ok", null)]
    [InlineData("\uFEFF{\"status\":\"ok\"}", "status=ok", null)]
    [InlineData("""{"status":"down"}""", "status=ok", "The answer came, but its value status is 'down' instead of 'ok'.")]
    [InlineData("""{"status":"OK"}""", "status=ok", "The answer came, but its value status is 'OK' instead of 'ok'.")]
    [InlineData("""{"state":"ok"}""", "status=ok", "The answer came, but it has no value status.")]
    [InlineData("""{"status":null}""", "status", null)]
    [InlineData("""{"status":null}""", "status=null", null)]
    [InlineData("""{"ok":true}""", "ok=true", null)]
    [InlineData("""{"ok":"true"}""", "ok=true", null)]
    [InlineData("""{"ok":false}""", "ok=true", "The answer came, but its value ok is 'false' instead of 'true'.")]
    [InlineData("""{"n":1.0}""", "n=1", null)]
    [InlineData("""{"n":1e400}""", "n=1", "The answer came, but its value n is '1e400' instead of '1'.")]
    [InlineData("""{"n":{"a":1}}""", "n=1", "The answer came, but its value n is 'an object' instead of '1'.")]
    [InlineData("""{"n":[1]}""", "n=an array", "The answer came, but its value n is 'an array' instead of 'an array'.")]
    [InlineData("""[{"up":0},{"up":1}]""", "[1].up=1", null)]
    [InlineData("""[{"up":0}]""", "[1].up=1", "The answer came, but it has no value [1].up.")]
    [InlineData("""{"a":1}""", "a.b=1", "The answer came, but it has no value a.b.")]
    [InlineData("<html>", "status=ok", "The answer came, but it is not JSON.")]
    [InlineData("", "status=ok", "The answer came, but it is not JSON.")]
    [InlineData("""{"status":"ok"} trailing""", "status=ok", "The answer came, but it is not JSON.")]
    [InlineData("""{"status":"line\nbreak\u001b[2J"}""", "status=ok", "The answer came, but its value status is 'line break [2J' instead of 'ok'.")]
    public async Task A_value_in_JSON_must_be_what_it_must_be(string page, string expected, string? sentence)
    {
        _site.Answer = SiteWith.Page(page);

        SiteWith.SentenceOf(await _site.LookAsync(new() { Json = LookChangesTests.Json(expected) })).ShouldBe(sentence);
    }

    [Fact]
    public async Task JSON_that_is_nested_without_end_is_none()
    {
        _site.Answer = SiteWith.Page(new string('[', 60_000));

        SiteWith.SentenceOf(await _site.LookAsync(new() { Json = LookChangesTests.Json("a=b") })).ShouldBe("The answer came, but it is not JSON.");
    }

    [Fact]
    public async Task JSON_beyond_the_bound_is_not_read()
    {
        _site.Answer = SiteWith.Page($$"""{"status":"ok","rest":"{{new string('x', 70_000)}}"}""");

        SiteWith.SentenceOf(await _site.LookAsync(new() { Json = LookChangesTests.Json("status=ok") })).ShouldBe("The answer came, but it is longer than the 64 kB of JSON that are read.");
    }

    [Theory]
    [InlineData("Content-Type: text/html", null)]
    [InlineData("content-type: TEXT", null)]
    [InlineData("Content-Type", null)]
    [InlineData("X-Cache: hit", null)]
    [InlineData("Content-Type: json", "The page came, but its header Content-Type is 'text/html' instead of 'json'.")]
    [InlineData("X-Version", "The page came, but without the header X-Version.")]
    [InlineData("X-Version: 2", "The page came, but without the header X-Version.")]
    public async Task A_header_must_be_there_and_hold_what_it_must(string expected, string? sentence)
    {
        _site.Answer = SiteWith.Page("", "Content-Type: text/html\r\nX-Cache: miss\r\nX-Cache: HIT from edge\r\n");

        var result = await _site.LookAsync(new() { ExpectedHeaders = [LookChangesTests.Header(expected)] });

        SiteWith.SentenceOf(result).ShouldBe(sentence?.Replace(" instead of 'json'", ", without 'json' in it", StringComparison.Ordinal));
        result.Method.ShouldBe(sentence is null ? CheckMethod.Head : CheckMethod.Get);
    }

    [Fact]
    public async Task A_header_that_only_GET_is_given_is_there()
    {
        _site.Answer = conversation => SiteWith.Page("", conversation.Method == "GET" ? "X-Version: 2\r\n" : "")(conversation);

        var result = await _site.LookAsync(new() { ExpectedHeaders = [LookChangesTests.Header("X-Version: 2")] });

        SiteWith.SentenceOf(result).ShouldBeNull();
        result.RefusedHead.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_thing_that_is_wrong_is_told()
    {
        _site.Answer = SiteWith.Page("Sold out");

        SiteWith.SentenceOf(await _site.LookAsync(new() { Keyword = "Add to cart", UnwantedKeyword = "Sold out" }))
            .ShouldBe("The page came, but the words 'Add to cart' are not on it.");
    }
}
