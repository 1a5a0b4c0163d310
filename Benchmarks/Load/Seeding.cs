using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>Puts websites into PostgreSQL as their registration and a first healthy look leave them: one that went that way is copied, with another address.</summary>
/// <remarks>A million registrations would take longer than the measurement that they are for.</remarks>
internal static class Seeding
{
    /// <param name="connectionString">Of the database; no silo uses it meanwhile.</param>
    /// <param name="pattern">The website to copy.</param>
    /// <param name="others">The addresses of the copies.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task SeedAsync(string connectionString, WebsiteUrl pattern, IEnumerable<WebsiteUrl> others, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false;Command Timeout=600");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "create temp table copies (id uuid, grain_id text, hash int, n0 bigint, n1 bigint, phase bigint, url text)", cancellationToken);
        await CopyAsync(connection, others, cancellationToken);
        var id = IdOf(pattern);
        var (n0, n1) = Halves(id);
        foreach (var sql in Statements(pattern, id, n0, n1))
            await ExecuteAsync(connection, sql, cancellationToken);
    }

    /// <summary>The text under which the reminder of a website is kept.</summary>
    public static string GrainIdOf(WebsiteUrl url) => GrainOf(IdOf(url)).ToString();

    private static GrainId GrainOf(Guid id) => GrainId.Create("website", id.ToString("N"));

    private static Guid IdOf(WebsiteUrl url) => WebsiteId.From(OwnerId.Default, url).Value;

    private static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<WebsiteUrl> urls, CancellationToken cancellationToken)
    {
        await using var import = await connection.BeginBinaryImportAsync("copy copies from stdin (format binary)", cancellationToken);
        foreach (var url in urls)
        {
            var id = IdOf(url);
            var grain = GrainOf(id);
            var (n0, n1) = Halves(id);
            await import.StartRowAsync(cancellationToken);
            await import.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
            await import.WriteAsync(grain.ToString(), NpgsqlDbType.Text, cancellationToken);
            await import.WriteAsync(unchecked((int)grain.GetUniformHashCode()), NpgsqlDbType.Integer, cancellationToken);
            await import.WriteAsync(n0, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(n1, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(n1 & long.MaxValue, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(url.Text, NpgsqlDbType.Text, cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
    }

    // How the provider of Orleans splits a Guid.
    private static (long N0, long N1) Halves(Guid id)
    {
        var bytes = id.ToByteArray();
        return (BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8));
    }

    private static IEnumerable<string> Statements(WebsiteUrl pattern, Guid id, long n0, long n1) =>
    [
        $"""
        insert into us_reminder (service_id, grain_id, name, start_at, period_ms, grain_hash, version)
        select r.service_id, c.grain_id, r.name, r.start_at + (mod(c.phase, r.period_ms) - 2 * r.period_ms) * interval '1 millisecond', r.period_ms, c.hash, 0
        from copies c, us_reminder r where r.grain_id = '{GrainIdOf(pattern)}'
        """,
        $"""
        insert into us_grain_state (service_id, state_name, key_n1, key_n0, version, payload)
        select s.service_id, s.state_name, c.n1, c.n0, 1, convert_to(replace(convert_from(s.payload, 'UTF8'), '{pattern}', c.url), 'UTF8')
        from copies c, us_grain_state s where s.state_name = 'website' and s.key_n0 = {n0} and s.key_n1 = {n1}
        """,
        $"""
        insert into website (id, version, standing, since, registered_at, interval_ms, owner, url, name, accept, tags, search)
        select c.id, w.version, w.standing, w.since, w.registered_at, w.interval_ms, w.owner, c.url, w.name, w.accept, w.tags, c.url
        from copies c, website w where w.id = '{id}'
        """,
        "vacuum (analyze) us_reminder", "vacuum (analyze) us_grain_state", "vacuum (analyze) website", "checkpoint",
    ];

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
