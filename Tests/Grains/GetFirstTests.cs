using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>A server that treats HEAD badly is asked with GET at once, for a week.</summary>
public sealed class GetFirstTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;
    private IWebsiteGrain _website = null!;

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());
        _site.Answer = Answers.RefuseHead(Answers.Ok);
        _website = await _house.WatchAsync(_site.Url, new() { Interval = TimeSpan.FromDays(1) });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_website_that_refuses_HEAD_is_asked_with_GET_for_a_week_also_by_the_next_silo_and_then_with_HEAD_again()
    {
        (await MethodsAsync()).ShouldBe("HEAD GET");
        (await MethodsAsync()).ShouldBe("GET");

        await _house.RestartAsync(away: TimeSpan.FromDays(6.9));
        _website = _house.Website(_site.Url);
        (await MethodsAsync()).ShouldBe("GET");

        _house.Clock.Advance(TimeSpan.FromDays(0.2));
        (await MethodsAsync()).ShouldBe("HEAD GET");
        (await MethodsAsync()).ShouldBe("GET");
    }

    [Fact]
    public async Task A_website_that_learns_HEAD_is_asked_with_it_when_the_week_is_over()
    {
        await MethodsAsync();
        _site.Answer = Answers.Ok;

        _house.Clock.Advance(TimeSpan.FromDays(7.1));
        await MethodsAsync();

        (await MethodsAsync()).ShouldBe("HEAD");
    }

    // How one check asks.
    private async Task<string> MethodsAsync()
    {
        var before = _site.Requests.Count;
        await _website.CheckNowAsync();
        return string.Join(' ', _site.Requests.Skip(before).Select(request => request.Split(' ')[0]));
    }
}
