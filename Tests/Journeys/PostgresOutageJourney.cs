using System.Data.Common;
using Npgsql;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class PostgresOutageJourney(PostgresServer postgres) : OutageJourney
{
    private string _database = "";

    private protected override async Task<Journey> BeginAsync() =>
        await Journey.BeginAsync($"--Database:ConnectionString={_database = await postgres.CreateDatabaseAsync()}", "--Cluster:AdvertisedAddress=127.0.0.1");

    private protected override DbConnection Connect(Journey journey) => new NpgsqlConnection(_database);
}
