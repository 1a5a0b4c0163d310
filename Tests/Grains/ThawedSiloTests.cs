using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.History;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>What a silo still writes down when it wakes up from a long sleep, about a website that lives elsewhere by then.</summary>
public sealed class ThawedSiloTests : IAsyncLifetime
{
    private const string Keep = "create table kept as select payload from us_grain_state where state_name like '%website%';";
    private const string SuspectedInTheList = "update website set standing = 2, version = version + 1;";

    private const string SuspectedInTheState =
        """
        update us_grain_state
        set version = version + 1,
            payload = (select cast(json_set(cast(kept.payload as text), '$.Website.Version', json_extract(cast(us_grain_state.payload as text), '$.Website.Version') + 1) as blob) from kept)
        where state_name like '%website%';
        """;

    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => (_house, _site) = (await GrainHouse.OpenAsync(), await LocalWebsite.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Theory]
    [InlineData(SuspectedInTheState + SuspectedInTheList)]
    [InlineData(SuspectedInTheList)]
    public async Task A_website_that_is_up_stays_suspect_in_the_list_no_longer_than_until_it_is_asked_after(string written)
    {
        var website = await _house.WatchAsync(_site.Url);
        await website.CheckNowAsync();
        _site.Answer = Answers.Status(503);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Suspect);
        await _house.ExecuteAsync(Keep);
        _site.Answer = Answers.Status(200);
        await ListedAsAsync(Standing.Up);
        await _house.ExecuteAsync(written);
        await ListedAsAsync(Standing.Suspect);

        await _house.Grains.GetGrain<IWebsiteRecall>(website.GetPrimaryKey()).WakeAsync();

        await ListedAsAsync(Standing.Up);
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
        _house.Mail.Messages.ShouldBeEmpty();
    }

    private Task ListedAsAsync(Standing standing) => Eventually.GetAsync(
        () =>
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
            return _house.Catalog.FindAsync(new CatalogQuery());
        },
        found => found.Websites.Any(seen => seen.Standing == standing));
}
