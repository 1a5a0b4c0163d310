using Dapper;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>What is asked of a house behind the backs of its grains, and what is waited for in its history.</summary>
internal static class GrainHouseQueries
{
    /// <summary>Changes its SQLite file.</summary>
    public static async Task ExecuteAsync(this GrainHouse house, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={house.DatabaseFile};Pooling=false");
        await connection.ExecuteAsync(sql);
    }

    /// <summary>The latest deliveries to the owner "team", once there are so many.</summary>
    public static Task<IReadOnlyList<Delivery>> DeliveriesAsync(this GrainHouse house, int count, int limit = 10) =>
        Eventually.GetAsync(() => house.History.GetDeliveriesAsync(OwnerId.Parse("team"), limit), seen => seen.Count >= count);
}
