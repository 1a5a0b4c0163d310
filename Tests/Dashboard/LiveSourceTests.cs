using System.Security.Claims;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Live;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Dashboard.Live;
using UptimeSquirrel.Web.Live;
using UptimeSquirrel.Websites;
using Appearance = UptimeSquirrel.Web.Dashboard.Viewing.Appearance;
using Viewer = UptimeSquirrel.Web.Dashboard.Viewing.Viewer;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>When a page is read anew. The clock stands still unless a test moves it.</summary>
public sealed class LiveSourceTests : IAsyncLifetime
{
    private static readonly TimeSpan _beat = TimeSpan.FromHours(1);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly List<DateTimeOffset> _looks = [];
    private readonly Viewer _viewer;
    private GrainHouse _house = null!;
    private LiveHub _hub = null!;

    public LiveSourceTests() => _viewer = new Viewer(null!, _clock);

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        _hub = new LiveHub(_house.Grains, TimeProvider.System, NullLogger<LiveHub>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.StopAsync(CancellationToken.None);
        _hub.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task What_happens_to_a_website_is_read_at_once_and_what_concerns_others_is_not()
    {
        await _hub.StartAsync(CancellationToken.None);
        using var news = NewsFor(null);
        await using var following = Follow(news, one => one.Url.Text == "https://shop.test/");
        await LooksAsync(1);
        _clock.Advance(_second);

        await _house.WatchAsync(WebsiteUrl.Parse("https://other.test/"));
        await _house.WatchAsync(WebsiteUrl.Parse("https://shop.test/"));

        await LooksAsync(2);
    }

    [Fact]
    public async Task Who_is_bound_to_an_owner_does_not_even_notice_that_something_happened_to_another()
    {
        await _hub.StartAsync(CancellationToken.None);
        using var news = NewsFor("bob");
        var heard = new List<string?>();
        news.Heard += one => heard.Add(one?.Owner.Text);
        await using var following = Follow(news, _ => true);
        await LooksAsync(1);

        await _house.WatchAsync(WebsiteUrl.Parse("https://shop.test/"), owner: "alice");
        await _house.WatchAsync(WebsiteUrl.Parse("https://shop.test/"), owner: "bob");

        await Eventually.TrueAsync(() => heard.Count == 2, () => string.Join(", ", heard));
        heard.ShouldBe([null, "bob"]);
    }

    [Fact]
    public async Task Without_news_a_page_is_read_anew_every_few_seconds()
    {
        using var news = NewsFor(null);
        await using var following = Follow(news, _ => true);

        await LooksAsync(3, whileTimePasses: true);

        (_looks[1] - _looks[0]).ShouldBeInRange(Following.WithoutNews, Following.WithoutNews * 2);
        (_looks[2] - _looks[1]).ShouldBeInRange(Following.WithoutNews, Following.WithoutNews * 2);
    }

    [Fact]
    public async Task Nobody_reads_for_a_window_in_the_background_and_at_once_when_it_comes_to_the_front()
    {
        _viewer.Tell(isLooking: false, prefersDark: false);
        using var news = NewsFor(null);
        await using var following = Follow(news, _ => true);
        _clock.Advance(Following.WithoutNews * 3);
        _looks.ShouldBeEmpty();

        _viewer.Tell(isLooking: true, prefersDark: false);

        await LooksAsync(1);
    }

    [Fact]
    public async Task Nothing_is_read_any_more_for_a_page_that_was_left()
    {
        using var news = NewsFor(null);
        var following = Follow(news, _ => true);
        await LooksAsync(1, whileTimePasses: true);
        await following.DisposeAsync();

        _clock.Advance(_beat);
        _viewer.Tell(isLooking: true, prefersDark: true);

        _looks.Count.ShouldBe(1);
    }

    [Fact]
    public void Dark_is_what_the_system_wants_unless_somebody_chose()
    {
        _viewer.Tell(isLooking: true, prefersDark: true);
        _viewer.IsDark.ShouldBeTrue();
        _viewer.ChooseAsync(Appearance.Light).IsCompletedSuccessfully.ShouldBeTrue();
        _viewer.IsDark.ShouldBeFalse();
    }

    private ViewerNews NewsFor(string? owner) => new(_hub, new Visitor(owner is null ? [] : [new Claim(Caller.OwnerClaim, owner)]));

    private IAsyncDisposable Follow(ViewerNews news, Func<LiveNews, bool> concerns) => new LiveSource(news, _viewer, _clock).Follow(_beat, concerns, LookAsync);

    private Task LookAsync(CancellationToken cancellationToken)
    {
        _looks.Add(_clock.GetUtcNow());
        return Task.CompletedTask;
    }

    private Task LooksAsync(int count, bool whileTimePasses = false) => Eventually.TrueAsync(
        () =>
        {
            if (whileTimePasses && _looks.Count < count)
                _clock.Advance(_second);
            return _looks.Count == count;
        },
        () => $"{_looks.Count} looks instead of {count}.");
}
