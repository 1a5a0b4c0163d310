using System.Collections.Concurrent;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Cluster;
using UptimeSquirrel.Grains.Cluster;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Websites follow their reminders to a silo that joins.</summary>
public sealed class MovingTests(PostgresServer postgres) : IAsyncLifetime
{
    private const int Count = 24;
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(5);
    private readonly ConcurrentQueue<string> _looks = new();
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;
    private IWebsiteGrain[] _websites = [];
    private DateTimeOffset _began;

    public async ValueTask InitializeAsync()
    {
        (_house, _site) = (await GrainHouse.OpenAsync(await postgres.CreateDatabaseAsync()), await LocalWebsite.StartAsync());
        _websites = await Task.WhenAll(Enumerable.Range(0, Count).Select(number => _house.WatchAsync(WebsiteUrl.Parse($"{_site.Url.Text}{number}"))));
        Answer(Answers.Ok);
        await RoundAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task After_a_silo_joined_every_website_lives_where_its_reminder_is_and_has_forgotten_nothing()
    {
        // That a server refuses HEAD is remembered in memory until the next change of standing, which never comes here.
        Answer(Answers.RefuseHead(Answers.Ok));
        await RoundAsync();
        await _house.AddSiloAsync();
        await Eventually.HoldsAsync(() => _websites.All(website =>
            _house.Service<Home>(0).IsHere(website.GetGrainId()) != _house.Service<Home>(1).IsHere(website.GetGrainId())));
        var moved = _websites.Count(website => !_house.Service<Home>().IsHere(website.GetGrainId()));
        moved.ShouldBeInRange(1, Count - 1);

        // Whoever reads the database after the move finds nothing there.
        await ForgetStoredStateAsync();
        await RoundAsync();

        await Eventually.HoldsAsync(() => _house.Service<SiloFigures>(1).Websites == moved && _house.Service<SiloFigures>(0).Websites == Count - moved);
        foreach (var website in _websites)
            (await website.GetStatusAsync())!.ShouldSatisfyAllConditions(
                status => status.Standing.ShouldBe(Standing.Up),
                status => status.LastCheck!.At.ShouldBeGreaterThan(_began));

        await RoundAsync();
        _looks.ShouldAllBe(look => look.StartsWith("GET"), "That HEAD is refused was known before the move.");
        _house.Service<SiloFigures>(1).Checks.ShouldBeGreaterThanOrEqualTo(moved, "The ticks of what has moved are served by the new silo.");
    }

    [Fact]
    public async Task Every_silo_reports_its_share_and_together_they_have_made_every_check()
    {
        await _house.AddSiloAsync();
        await RoundAsync();
        await RoundAsync();

        var status = await Eventually.GetAsync(() => _house.Grains.GetGrain<IClusterGrain>(0).GetSilosAsync(), seen => seen.Silos.All(silo => silo.Websites > 0));

        status.Silos.Count.ShouldBe(2);
        status.Silos.ShouldAllBe(silo => silo.Answers && silo.Version == "0.1.0" && silo.MemoryBytes > 0);
        (status.Websites, status.Coverage).ShouldBe((Count, 1));
    }

    private void Answer(Func<Conversation, Task> answer) => _site.Answer = conversation =>
    {
        _looks.Enqueue($"{conversation.Method} {conversation.Path}");
        return answer(conversation);
    };

    /// <summary>Lets a little more than one interval pass, slowly enough for silos to keep up, until every website was checked in it.</summary>
    private async Task RoundAsync()
    {
        _looks.Clear();
        var begin = _house.Clock.GetUtcNow();
        while (_house.Clock.GetUtcNow() < begin + _interval + TimeSpan.FromSeconds(20))
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(5));
            await _house.SweptAsync();
        }

        await Eventually.HoldsAsync(async () =>
            (await Task.WhenAll(_websites.Select(website => website.GetStatusAsync()))).All(status => status!.LastCheck?.At > begin));
        _began = begin;
    }

    private async Task ForgetStoredStateAsync()
    {
        await using var connection = await _house.Service<UptimeDatabase>().GrainState.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "update us_grain_state set payload = null where state_name = 'website'; delete from last_check";
        await command.ExecuteNonQueryAsync();
    }
}
