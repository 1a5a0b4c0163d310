using UptimeSquirrel.Tests.Looks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>A shop's cart and an API behind a login, watched by what they must say.</summary>
public sealed class SettingsJourney : IAsyncLifetime
{
    private Journey _journey = null!;
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() =>
        (_journey, _site) = (await Journey.BeginAsync("--Checks:AllowedPrivateNetworks=127.0.0.0/8", "--Checks:DefaultAccept=200-299"), await LocalWebsite.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _journey.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_page_without_its_words_is_down_at_once_where_that_is_wanted_and_its_owner_reads_why()
    {
        _site.Answer = SiteWith.Page("Add to cart");
        await _journey.Squirrel.MustAsync("add", _site.Url.Text, "--keyword", "Add to cart", "--recheck", "none", "--email", "me@shop.example");
        var shown = (await _journey.Squirrel.MustAsync("status", _site.Url.Text)).Output;
        shown.ShouldContain("'Add to cart' on the page");
        shown.ShouldContain("down at the first failed check");

        _site.Answer = SiteWith.Page("Sold out");
        await _journey.Squirrel.MustAsync("add", _site.Url.Text, "--owner", "me@shop.example");

        (await _journey.Squirrel.RunAsync("status", _site.Url.Text)).ExitCode.ShouldBe(1);
        (await _journey.Mail.WaitForMailAsync(1))[0].Text.ShouldContain("The page came, but the words 'Add to cart' are not on it.");
    }

    [Fact]
    public async Task An_api_behind_a_login_is_watched_and_nobody_reads_the_token()
    {
        const string Token = "squirrels-only";
        var file = _journey.Write("token.txt", Token + "\n");
        _site.Answer = conversation => (conversation.Request.Contains($"Authorization: Bearer {Token}\r\n", StringComparison.Ordinal)
            ? SiteWith.Page("""{"checks":[{"state":"up"}]}""", "Content-Type: application/json\r\n")
            : Answers.Status(401))(conversation);

        var added = await _journey.Squirrel.MustAsync(
            "add", _site.Url.Text, "--bearer", "@" + file, "--json-value", "$.checks[0].state=up", "--expect-header", "Content-Type: json", "--header", "X-Shop: 1", "--header", "Cookie: id=" + Token, "--successes", "1", "--json");

        var settings = added.Json.GetProperty("settings");
        added.Json.GetProperty("standing").GetString().ShouldBe("up");
        settings.GetProperty("auth").GetString().ShouldBe("bearer");
        settings.GetProperty("jsonValue").GetString().ShouldBe("$.checks[0].state=up");
        settings.GetProperty("headers")[0].GetProperty("value").GetString().ShouldBe("1");
        settings.GetProperty("headers")[1].GetProperty("value").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var status = await _journey.Squirrel.MustAsync("status", _site.Url.Text, "--verbose");
        foreach (var told in (string[])[added.Output, status.Output, (await _journey.Squirrel.MustAsync("list", "--json")).Output, _journey.Silo.Process.Output])
            told.ShouldNotContain(Token);
        status.Output.ShouldContain("token set; X-Shop: 1; Cookie: (set)");

        await _journey.Squirrel.MustAsync("add", _site.Url.Text, "--unset", "auth");
        (await _journey.Squirrel.RunAsync("status", _site.Url.Text)).Output.ShouldContain("The server answered 401");
    }

    [Fact]
    public async Task A_look_from_here_takes_the_same_options()
    {
        _site.Answer = SiteWith.Page("Sold out");

        var seen = await _journey.Squirrel.RunAsync("check", _site.Url.Text, "--no-keyword", "Sold out", "--json");

        seen.ExitCode.ShouldBe(1);
        seen.Json[0].GetProperty("reason").GetString().ShouldBe("The page came, but the words 'Sold out' are on it, which must not be there.");
    }

    [Fact]
    public async Task New_websites_start_with_their_owners_defaults_and_else_with_the_installations()
    {
        (await _journey.Squirrel.MustAsync("owner", "defaults", "team")).Output.ShouldContain("New websites of 'team' start as the installation is configured.");
        (await _journey.Squirrel.MustAsync("owner", "defaults", "team", "--every", "10m", "--recheck", "5s,15s", "--tag", "Prod")).Output
            .ShouldContain("New websites of 'team' start with: checked every 10m; tagged prod; looked at again 5s, 15s after a failed check.");

        var added = (await _journey.Squirrel.MustAsync("add", _site.Url.Text, "--owner", "team")).Output;
        var status = (await _journey.Squirrel.MustAsync("status", _site.Url.Text)).Output;

        added.ShouldContain("every 10m");
        status.ShouldContain("up means 200-299");
        status.ShouldContain("looked at again 5s, 15s after a failed check");
    }
}
