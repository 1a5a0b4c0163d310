using System.IO.Compression;
using System.Net;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>A visitor of a status page: from the website that is watched to the bytes that arrive.</summary>
public sealed class StatusPageVisitTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;
    private PageHost _host = null!;

    private IStatusPageGrain Page => _house.Grains.GetGrain<IStatusPageGrain>(Slug.GrainKey);

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());
        (_house.Checks.RecheckDelays, _house.Checks.SuccessesBeforeUp, _house.Alerts.PublicUrl) = ([], 1, "https://monitor.example");
        await _house.RestartAsync();
        _host = await PageHost.StartAsync(_house.Grains, _house.Clock);
        var website = await _house.WatchAsync(_site.Url, new() { Name = "intern-7" });
        await website.CheckNowAsync();
        var id = (await website.GetStatusAsync())!.Id;
        await Page.CreateAsync(Settings(new PageGroup { Name = "Public", Websites = [new PageWebsite(id, "Checkout")] }) with { Domain = "status.shop.example" });
        await Eventually.HoldsAsync(async () => (await _house.Grains.GetGrain<IStatusPageViewGrain>(0).ViewAsync(Slug))!.Groups[0].Websites is [{ Standing: Standing.Up }]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_visitor_reads_the_page_and_a_second_later_the_same_bytes_are_known()
    {
        using var page = await _host.AskAsync("/status/shop", "Accept-Encoding: br, gzip");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.CacheControl!.ToString().ShouldBe("public, max-age=10, stale-while-revalidate=30, stale-if-error=86400");
        page.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        page.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        var html = await UnpackAsync(page);
        PageReader.Text(html, ".banner").ShouldBe("Everything works.");
        html.ShouldContain("Checkout");
        html.ShouldNotContain("intern-7");
        using var again = await _host.AskAsync("/status/shop", "Accept-Encoding: br, gzip", $"If-None-Match: {page.Headers.ETag}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(page.Headers.ETag);
        using var style = await _host.AskAsync(PageReader.Read(html).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        style.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        using var head = await _host.AskAsync(HttpMethod.Head, "/status/shop", null);
        (head.StatusCode, head.Content.Headers.ContentLength > 1000).ShouldBe((HttpStatusCode.OK, true));
    }

    [Fact]
    public async Task Every_form_of_a_page_has_its_address_and_nothing_else_has()
    {
        (string Path, string Type)[] forms =
        [
            ("/status/shop", "text/html"), ("/status/shop.json", "application/json"), ("/status/shop/feed.atom", "application/atom+xml"),
            ("/status/shop/widget", "text/html"), ("/badge/shop/status.svg", "image/svg+xml"),
        ];
        foreach (var (path, type) in forms)
        {
            using var answer = await _host.AskAsync(path);
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, type), path);
        }

        string[] others = ["/status/blog", "/status/Shop", "/status/shop/else", "/status/%3Cscript%3E", "/status/_/page.css", "/badge/shop.1234/status.svg", "/badge/shop/else.svg"];
        foreach (var path in others)
            (await StatusAsync(path)).ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task Only_the_widget_may_stand_in_other_peoples_pages()
    {
        using var widget = await _host.AskAsync("/status/shop/widget");
        widget.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors *");
        PageReader.Text(await widget.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "a").ShouldBe("Shop status: Everything works.");
    }

    [Fact]
    public async Task The_domain_of_a_page_shows_it_and_has_no_door_to_the_rest()
    {
        (await TextAsync("/", "Host: status.shop.example")).ShouldContain("Checkout");
        (await TextAsync("/", "Host: monitor.example")).ShouldBe("dashboard");
        using var door = await _host.AskAsync("/sign-in", "Host: status.shop.example");
        door.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task On_the_domain_of_a_page_its_forms_work_as_everywhere()
    {
        const string Host = "Host: status.shop.example";
        await Page.ChangeAsync((await Page.GetAsync())!.Settings with { Parts = new PageParts { Subscription = true } }, null);
        await Page.SetPasswordAsync("correct horse");
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await PostAsync("/", "password", "wrong horse", Host)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var entered = await PostAsync("/", "password", "correct horse", Host);
        (entered.StatusCode, entered.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.SeeOther, "/"));
        var cookie = $"Cookie: {entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]}";
        PageReader.Read(await TextAsync("/", Host, cookie)).QuerySelector("form")!.GetAttribute("action").ShouldBe("/status/shop/subscribe");

        (await PostAsync("/status/shop/subscribe", "address", "carla@customer.example", Host, cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _house.Mail.WaitForMailAsync(1);
        foreach (var path in (string[])["/sign-in", "/status-pages", "/statuses", "/badger"])
            (await PostAsync(path, "x", "", Host)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "nothing of the kind")]
    [InlineData("application/x-www-form-urlencoded", "a&a&a&a")]
    [InlineData("application/json", "{}")]
    public async Task Whatever_is_sent_in_place_of_a_form_is_told_apart_from_a_cluster_that_is_away(string type, string body)
    {
        await Page.SetPasswordAsync("correct horse");
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        using var content = new StringContent(string.Concat(Enumerable.Repeat(body, 500)));
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        using var answer = await _host.AskAsync(HttpMethod.Post, "/status/shop", content);

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task A_page_with_a_password_tells_nothing_before_it_is_entered_and_is_kept_by_nobody()
    {
        await Page.SetPasswordAsync("correct horse");
        using var closed = await _host.AskAsync("/status/shop");
        (await closed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Checkout");
        (closed.StatusCode, closed.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.Forbidden, true));
        foreach (var path in new[] { "/status/shop.json", "/status/shop/feed.atom", "/status/shop/widget", "/badge/shop/status.svg" })
            (await TextAsync(path)).ShouldNotContain("Checkout");

        (await EnterAsync("wrong password")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await EnterAsync("correct horse", "Sec-Fetch-Site: cross-site")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await EnterAsync("correct horse", "Origin: https://evil.example")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var entered = await EnterAsync("correct horse");
        var cookie = entered.Headers.GetValues("Set-Cookie").Single();
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        cookie.ShouldContain("httponly");
        using var open = await _host.AskAsync("/status/shop", $"Cookie: {cookie.Split(';')[0]}");
        (open.StatusCode, open.Headers.CacheControl!.Private).ShouldBe((HttpStatusCode.OK, true));
        (await open.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Checkout");

        await Page.SetPasswordAsync("another horse");
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        using var closedAgain = await _host.AskAsync("/status/shop", $"Cookie: {cookie.Split(';')[0]}");
        closedAgain.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_that_was_made_just_now_is_there_and_one_that_was_removed_is_gone()
    {
        (await StatusAsync("/status/blog")).ShouldBe(HttpStatusCode.NotFound);
        await _house.Grains.GetGrain<IStatusPageGrain>(StatusPageSlug.Parse("blog").GrainKey).CreateAsync(Settings());
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        (await StatusAsync("/status/blog")).ShouldBe(HttpStatusCode.OK);
        await _house.Grains.GetGrain<IStatusPageGrain>(StatusPageSlug.Parse("blog").GrainKey).RemoveAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await StatusAsync("/status/blog")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_visitor_subscribes_with_the_link_in_a_mail_and_leaves_with_one_click()
    {
        (await TextAsync("/status/shop")).ShouldNotContain("/subscribe");
        var page = (await Page.GetAsync())!;
        await Page.ChangeAsync(page.Settings with { Parts = new PageParts { Subscription = true } }, null);
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        PageReader.Read(await TextAsync("/status/shop")).QuerySelector("form")!.GetAttribute("action").ShouldBe("/status/shop/subscribe");

        (await PostAsync("/status/shop/subscribe", "address", "carla")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("/status/shop/subscribe", "address", "carla@customer.example", "Origin: https://evil.example")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var asked = await PostAsync("/status/shop/subscribe", "address", "carla@customer.example");
        PageReader.Text(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "main p").ShouldStartWith("If this address is not subscribed yet");
        var mail = (await _house.Mail.WaitForMailAsync(1))[0];
        var link = mail.Text[(mail.Text.IndexOf("/status/shop/confirm/", StringComparison.Ordinal))..].Split((char[]?)null, 2)[0];

        PageReader.Text(await TextAsync(link), "button").ShouldBe("Yes, subscribe");
        var subscribers = _house.Grains.GetGrain<IPageSubscribersGrain>(Slug.GrainKey);
        (await subscribers.CountAsync()).ShouldBe(0);
        (await PostAsync(link, "x", "")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await subscribers.CountAsync()).ShouldBe(1);
        await Page.AnnounceAsync(new NewAnnouncement { Id = "a1", Kind = AnnouncementKind.Notice, Title = "Hello", Text = "There." });
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var news = (await _house.Mail.WaitForMailAsync(2))[1];
        var oneClick = news.Message.Headers["List-Unsubscribe"]!.Trim('<', '>').Replace("https://monitor.example", "", StringComparison.Ordinal);
        news.Message.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        (await PostAsync(oneClick, "List-Unsubscribe", "One-Click")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await subscribers.CountAsync()).ShouldBe(0);
        (await PostAsync("/status/shop/leave/nonsense", "x", "")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _host.AskAsync(path);
        return answer.StatusCode;
    }

    private async Task<string> TextAsync(string path, params string[] headers)
    {
        using var answer = await _host.AskAsync(path, headers);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> EnterAsync(string password, params string[] headers) => PostAsync("/status/shop", "password", password, headers);

    private Task<HttpResponseMessage> PostAsync(string path, string field, string value, params string[] headers) =>
        _host.AskAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new(field, value)]), headers);

    private static async Task<string> UnpackAsync(HttpResponseMessage answer)
    {
        await using var stream = new BrotliStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
