using System.Text.Json;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>What a person types, and what they get: the real command line against a real silo.</summary>
public sealed class CommandLineJourney : IAsyncLifetime
{
    private Journey _journey = null!;

    public async ValueTask InitializeAsync() => _journey = await Journey.BeginAsync();

    public ValueTask DisposeAsync() => _journey.DisposeAsync();

    [Fact]
    public async Task A_website_is_listed_paused_resumed_and_removed()
    {
        await using var site = await LocalWebsite.StartAsync();
        var url = site.Url.Text;
        await _journey.Squirrel.MustAsync("add", url, "--tag", "Prod, shop");

        var listed = (await _journey.Squirrel.MustAsync("list", "--tag", "prod", "--json")).Json;
        listed[0].GetProperty("url").GetString().ShouldBe(url);
        listed[0].GetProperty("owner").GetString().ShouldBe("default");
        listed[0].GetProperty("lastCheck").GetProperty("statusCode").GetInt32().ShouldBe(200);
        listed[0].GetProperty("incident").ValueKind.ShouldBe(JsonValueKind.Null);

        (await _journey.Squirrel.MustAsync("pause", url, "--json")).Json.GetProperty("standing").GetString().ShouldBe("paused");
        (await _journey.Squirrel.MustAsync("resume", url, "--json")).Json.GetProperty("standing").GetString().ShouldBe("pending");
        await _journey.Squirrel.MustAsync("remove", url);
        (await _journey.Squirrel.MustAsync("list", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await _journey.Squirrel.RunAsync("status", url)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task An_owner_is_removed_after_the_last_website_and_not_without_being_asked_for()
    {
        await _journey.Squirrel.MustAsync("add", "https://shop.invalid", "--owner", "leaving", "--email", "alice@shop.example", "--every", "1h");
        (await _journey.Squirrel.RunAsync("owner", "remove", "leaving", "--yes")).Errors.Trim()
            .ShouldBe("'leaving' cannot be removed: 1 website still belongs to it. First remove the websites.");
        await _journey.Squirrel.MustAsync("remove", "https://shop.invalid", "--owner", "leaving");

        var unasked = await _journey.Squirrel.RunAsync("owner", "remove", "leaving");
        (unasked.ExitCode, unasked.Errors.Trim()).ShouldBe((1, "Nothing was done: --yes does it."));
        (await _journey.Squirrel.MustAsync("owner", "remove", "leaving", "--yes")).Output.ShouldContain("There is no owner 'leaving' any more.");
        (await _journey.Squirrel.RunAsync("owner", "remove", "leaving", "--yes")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Odd_websites_get_the_verdict_a_visitor_would_give()
    {
        await using var refusesHead = await StartAsync(Answers.RefuseHead(Answers.Ok));
        await using var redirects = await StartAsync(Answers.RedirectChain(4));
        await using var missing = await StartAsync(Answers.Status(404, "Not Found"));
        await using var resets = await StartAsync(Answers.Reset);
        await using var hangs = await StartAsync(Answers.Hang);
        string[] urls = [refusesHead.Url.Text, redirects.Url.Text, missing.Url.Text, resets.Url.Text, hangs.Url.Text, "http://no-such-name.invalid/"];

        var here = await _journey.Squirrel.RunAsync(["check", .. urls, "--timeout", "2s", "--json"]);
        here.ExitCode.ShouldBe(1);
        here.Json.EnumerateArray().Select(look => look.GetProperty("healthy").GetBoolean()).ShouldBe([true, true, false, false, false, false]);
        here.Json[3].GetProperty("statusCode").ValueKind.ShouldBe(JsonValueKind.Null);
        here.Json[5].GetProperty("reason").GetString()!.ShouldContain("no-such-name.invalid");

        foreach (var (url, index) in urls.Select((url, index) => (url, index)))
        {
            var added = await _journey.Squirrel.MustAsync("add", url, "--timeout", "2s", "--json");
            added.Json.GetProperty("lastCheck").GetProperty("healthy").GetBoolean().ShouldBe(index < 2, url);
        }
    }

    [Fact]
    public async Task Bad_lines_of_a_list_are_named_and_the_good_ones_are_watched()
    {
        var file = _journey.Write("sites.txt", $"# ours\nhttps://one.example\n\nftp://two.example\nthree.example\n{new string('x', 100_000)}\nhttps://one.example/\n");

        var answer = await _journey.Squirrel.RunAsync("import", file);

        answer.ExitCode.ShouldBe(2);
        answer.Errors.ShouldContain("4: 'ftp://two.example' starts with 'ftp:'");
        answer.Errors.ShouldContain("6: ");
        answer.Errors.Length.ShouldBeLessThan(2000);
        (await _journey.Squirrel.MustAsync("list", "--json")).Json.EnumerateArray().Select(website => website.GetProperty("url").GetString())
            .ShouldBe(["https://one.example/", "https://three.example/"]);
    }

    [Fact]
    public async Task A_spreadsheet_brings_owners_addresses_intervals_and_tags()
    {
        var file = _journey.Write("sites.csv", "url,name,owner,email,interval,tags\nhttps://one.example,One,team,alice@one.example,10m,a;b\nhttps://two.example,,,bob@two.example,90,\n");

        await _journey.Squirrel.MustAsync("import", file);

        var websites = (await _journey.Squirrel.MustAsync("list", "--json")).Json;
        websites[0].GetProperty("intervalSeconds").GetDouble().ShouldBe(600);
        websites[0].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["a", "b"]);
        websites[1].GetProperty("owner").GetString().ShouldBe("bob@two.example");
        websites[1].GetProperty("intervalSeconds").GetDouble().ShouldBe(90);
        (await _journey.Squirrel.MustAsync("owner", "show", "team")).Output.ShouldContain("alice@one.example");
    }

    [Fact]
    public async Task Ten_thousand_lines_are_taken_and_taken_again_without_a_change()
    {
        var file = _journey.Write("many.txt", string.Join('\n', Enumerable.Range(0, 10_000).Select(number => $"https://shop{number}.example/")));

        (await _journey.Squirrel.MustAsync("import", file)).Output.ShouldContain("10,000 new");
        (await _journey.Squirrel.MustAsync("import", file)).Output.ShouldContain("10,000 unchanged");
        (await _journey.Squirrel.MustAsync("list", "--json")).Json.GetArrayLength().ShouldBe(10_000);
    }

    private static async Task<LocalWebsite> StartAsync(Func<Conversation, Task> answer)
    {
        var site = await LocalWebsite.StartAsync();
        site.Answer = answer;
        return site;
    }
}
