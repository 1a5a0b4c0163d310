using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class SqliteOutageJourney : OutageJourney
{
    private protected override Task<Journey> BeginAsync() => Journey.BeginAsync();

    private protected override DbConnection Connect(Journey journey) =>
        new SqliteConnection($"Data Source={journey.Folder}/data/uptimesquirrel.db;Pooling=False");
}
