using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

public sealed class TraceTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        _site = await LocalWebsite.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_trace_tells_the_story_and_changes_nothing()
    {
        var website = await _house.WatchAsync(_site.Url);
        _site.Answer = Answers.Status(503);

        var trace = (await website.TraceAsync())!;

        trace.Silo.ShouldNotBeEmpty();
        trace.Result.Trace!.Select(hop => (hop.Method, hop.StatusCode)).ShouldBe([(CheckMethod.Head, 503), (CheckMethod.Get, 503)]);
        (trace.Verdict.IsHealthy, trace.Rule).ShouldBe((false, "status 503 counts as failing: only 200-399 count as up"));
        var status = (await website.GetStatusAsync())!;
        (status.Standing, status.LastCheck).ShouldBe((Standing.Pending, null));
    }

    [Fact]
    public async Task Nobody_looks_at_a_website_that_is_paused_or_not_watched()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.PauseAsync();

        (await website.TraceAsync()).ShouldBeNull();
        (await _house.Website(WebsiteUrl.Parse("https://unknown.example/")).TraceAsync()).ShouldBeNull();
        _site.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_bot_wall_leaves_the_standing_and_shows_in_the_last_check()
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        _site.Answer = Answers.Raw("HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\nConnection: close\r\n\r\n");

        var status = (await website.CheckNowAsync())!;

        status.Standing.ShouldBe(Standing.Up);
        (status.LastCheck!.IsHealthy, status.LastCheck.StatusCode).ShouldBe((false, 403));
        status.LastCheck.Reason.ShouldBe("We could not look: Cloudflare, which guards 127.0.0.1, took us for a robot. Once it lets the user agent UptimeSquirrel pass, we can.");
    }
}
