using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class PostgresOutageJourney(PostgresServer postgres) : OutageJourney
{
    private protected override async Task<Journey> BeginAsync() =>
        await Journey.BeginAsync($"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}", "--Cluster:AdvertisedAddress=127.0.0.1");
}
