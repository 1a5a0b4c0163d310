using Npgsql;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Goes before a statement that finds many rows by their keys, in the same batch: until its end the planner takes their index.</summary>
/// <remarks>
/// A prepared statement keeps the plan that it got when its table was small or new, which is to read all of it. Each batch of a few rows then reads
/// every website there is, until the server happens to analyse the table.
/// </remarks>
internal static class ByIndex
{
    public static NpgsqlBatchCommand Command() => new("select set_config('enable_seqscan', 'off', true)");
}
