using System.Text.Json;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>Silos come and go, and no website notices.</summary>
public sealed class TakeoverJourney(PostgresServer postgres)
{
    private const int Websites = 60;
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _takeover = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task No_website_waits_longer_than_its_interval_and_fifteen_seconds_when_a_silo_dies_another_joins_and_leaves_again()
    {
        string[] arguments = [$"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}", "--Cluster:AdvertisedAddress=127.0.0.1"];
        await using var log = await CheckLog.StartAsync();
        await using var journey = await Journey.BeginAsync(arguments);
        using var folder = new TemporaryFolder();
        await using var other = await SiloProcess.StartAsync(folder.Path, arguments);
        journey.Write("list.csv", "url,interval\n" + string.Join('\n', log.Urls(Websites).Select(url => $"{url},20s")));
        var begin = CheckLog.Now;
        await journey.Squirrel.MustAsync("import", "list.csv", "--email", "alice@shop.example");
        await log.LookedAtAsync(Websites, 2, begin, _patience);

        var died = CheckLog.Now;
        await other.Process.KillAsync();
        await log.LookedAtAsync(Websites, 2, died, _patience);

        await other.StartAgainAsync();
        await Eventually.GetAsync(() => SharesAsync(journey), shares => shares is [> Websites / 6, > Websites / 6], _patience);

        var left = CheckLog.Now;
        (await other.Process.TerminateAsync()).ShouldBe(0);
        await log.LookedAtAsync(Websites, 2, left, _patience);

        var pairs = log.Pairs().ToList();
        pairs.Where(pair => pair.To - pair.From > _interval + _takeover).ShouldBeEmpty("Somebody waited too long.");

        // A check that a silo made and could not record before it died is made again.
        pairs.Where(pair => pair.To - pair.From < _interval / 2 && (died - pair.From).Duration() > TimeSpan.FromSeconds(2)).ShouldBeEmpty("Somebody was checked twice.");
        journey.Mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_silo_that_does_not_answer_is_listed_as_such()
    {
        string[] arguments = [$"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}", "--Cluster:AdvertisedAddress=127.0.0.1"];
        await using var journey = await Journey.BeginAsync(arguments);
        using var folder = new TemporaryFolder();
        await using var other = await SiloProcess.StartAsync(folder.Path, arguments);
        await Eventually.GetAsync(() => SilosAsync(journey), silos => silos.Length == 2, _patience);

        other.Process.Freeze();
        await Eventually.GetAsync(() => SilosAsync(journey), silos => silos.Count(silo => silo.GetProperty("answers").GetBoolean()) == 1 && silos.Length == 2);
        other.Process.Thaw();
    }

    private static async Task<int[]> SharesAsync(Journey journey) =>
        [.. (await SilosAsync(journey)).Select(silo => silo.GetProperty("websites").GetInt32())];

    // On a busy machine the client may give up, which is no answer.
    private static async Task<JsonElement[]> SilosAsync(Journey journey) =>
        await journey.Squirrel.RunAsync("silos", "--json") is { ExitCode: 0 } answer ? [.. answer.Json.GetProperty("silos").EnumerateArray()] : [];
}
