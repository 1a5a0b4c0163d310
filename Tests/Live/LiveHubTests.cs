using Microsoft.Extensions.Logging.Abstractions;
using UptimeSquirrel.Live;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Web.Live;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Live;

/// <summary>What those who look now are told of websites that change.</summary>
public sealed class LiveHubTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LiveHub _hub = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        _hub = new LiveHub(_house.Grains, TimeProvider.System, NullLogger<LiveHub>.Instance);
        await _hub.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.StopAsync(CancellationToken.None);
        _hub.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Who_looks_is_told_when_a_website_is_added_changes_goes_down_and_is_removed()
    {
        await using var site = await LocalWebsite.StartAsync();
        _house.Checks.RecheckDelays = [];
        await using var looking = _hub.WatchAsync(null, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        (await NextAsync(looking)).ShouldBe(LiveMessage.Listening);

        var grain = await _house.WatchAsync(site.Url);
        (await NewsAsync(looking)).Kind.ShouldBe(LiveKind.Settings);
        await grain.CheckNowAsync();
        (await NewsAsync(looking)).Standing.ShouldBe(Standing.Up);
        site.Answer = Answers.Status(503);
        await grain.CheckNowAsync();
        var down = await NewsAsync(looking);
        (down.Kind, down.Url, down.Standing, down.Incident is null).ShouldBe((LiveKind.Standing, site.Url, Standing.Down, false));
        await grain.RemoveAsync();
        (await NewsAsync(looking)).Kind.ShouldBe(LiveKind.Removed);
    }

    [Fact]
    public async Task Who_may_see_one_owner_is_told_of_nobody_elses_websites()
    {
        await using var bobs = _hub.WatchAsync(OwnerId.Parse("bob"), cancellationToken: Stop).GetAsyncEnumerator(Stop);
        await NextAsync(bobs);
        await _house.WatchAsync(WebsiteUrl.Parse("https://alice.test/"), owner: "alice");
        await _house.WatchAsync(WebsiteUrl.Parse("https://bob.test/"), owner: "bob");
        (await NewsAsync(bobs)).Owner.Text.ShouldBe("bob");
    }

    [Fact]
    public async Task Who_comes_back_is_told_what_came_meanwhile_or_that_it_is_not_known_any_more()
    {
        string? last;
        await using (var first = _hub.WatchAsync(null, cancellationToken: Stop).GetAsyncEnumerator(Stop))
        {
            await NextAsync(first);
            await _house.WatchAsync(WebsiteUrl.Parse("https://one.test/"));
            last = (await NextAsync(first)).Id;
            await _house.WatchAsync(WebsiteUrl.Parse("https://two.test/"));
            await NextAsync(first);
        }

        await using var again = _hub.WatchAsync(null, last, Stop).GetAsyncEnumerator(Stop);
        await NextAsync(again);
        (await NewsAsync(again)).Url.Text.ShouldBe("https://two.test/");
        await using var late = _hub.WatchAsync(null, "unknown", Stop).GetAsyncEnumerator(Stop);
        await NextAsync(late);
        (await NextAsync(late)).ShouldBe(LiveMessage.Missed);
    }

    [Fact]
    public async Task What_the_feed_could_not_keep_or_another_feed_is_something_missed()
    {
        await using var looking = _hub.WatchAsync(null, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        await NextAsync(looking);
        await _hub.HearAsync(new LiveBatch(Guid.NewGuid(), 5, [], false));
        (await NextAsync(looking)).ShouldBe(LiveMessage.Missed);
    }

    [Fact]
    public async Task When_the_host_ends_the_hub_ends_quietly_whether_somebody_looks_or_not()
    {
        await using var looking = _hub.WatchAsync(null, cancellationToken: Stop).GetAsyncEnumerator(Stop);
        await NextAsync(looking);
        _hub.IsListening.ShouldBeTrue();

        await _hub.StopAsync(CancellationToken.None);

        _hub.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
        _hub.IsListening.ShouldBeFalse();
    }

    [Fact]
    public void Who_takes_nothing_is_told_that_something_was_missed_and_costs_no_more_than_a_bounded_queue()
    {
        var viewer = new Viewer(null);
        for (var i = 0; i < 1000; i++)
            viewer.Tell(new LiveMessage(LiveSign.News, $"{i}"));
        viewer.TakeMissed().ShouldBeTrue();
        viewer.TakeMissed().ShouldBeFalse();
        viewer.Waiting.Count.ShouldBe(200);
    }

    private static async Task<LiveMessage> NextAsync(IAsyncEnumerator<LiveMessage> looking)
    {
        (await looking.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Stop)).ShouldBeTrue();
        return looking.Current;
    }

    private static async Task<LiveNews> NewsAsync(IAsyncEnumerator<LiveMessage> looking) => (await NextAsync(looking)).News.ShouldNotBeNull();
}
