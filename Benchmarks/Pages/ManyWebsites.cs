using Npgsql;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Pages;

/// <summary>Puts websites into the read model that nobody wants to wait for: one in a hundred is down, and one has a past.</summary>
internal static class ManyWebsites
{
    private const string Websites = """
        insert into website (id, version, standing, since, registered_at, interval_ms, owner, url, name, accept, tags, search)
        select md5('w' || n)::uuid, 1, case when n % 100 = 0 then 3 else 1 end, now() - n * interval '1 second', now() - interval '100 days', 86400000,
               'owner-' || n % 500, 'https://site-' || n || '.example/', 'Site ' || n, '200-399', array['tag-' || n % 50], 'site ' || n || ' https://site-' || n || '.example/'
        from generate_series(1, @count) n
        """;

    // Seen just now, and to be seen again tomorrow: no silo misses a check of theirs.
    private const string Checks = "insert into last_check (website_id, at, latency_us, status, failure) select id, now(), 80000, 200, 0 from website where url like 'https://site-%' on conflict do nothing";

    private const string Incidents = """
        insert into incident (id, website_id, started_at, ended_at, failure, owner, url, sentence, cause)
        select replace(id::text, '-', '') || '-1', id, since, case when standing = 3 then null else since + interval '5 minutes' end, 20, owner, url, 'The server answered 503 (Service Unavailable).', 'HTTP 503'
        from website where url like 'https://site-%0.example/'
        """;

    private const string Past = """
        insert into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us)
        select @website, current_date - n, 288, case when n % 20 = 0 then 3 else 0 end, 288 * 80000, 400000 from generate_series(1, 90) n on conflict do nothing;
        insert into check_result (website_id, at, latency_us, status, failure)
        select @website, now() - n * interval '1 minute', 80000, 200, 0 from generate_series(1, 60) n where (now() - n * interval '1 minute')::date = current_date on conflict do nothing;
        update website set registered_at = now() - interval '100 days' where id = @website
        """;

    public static async Task AddAsync(string connectionString, int count, WebsiteId withPast, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        foreach (var sql in (string[])[Websites, Checks, Incidents, Past, "analyze"])
        {
            await using var command = source.CreateCommand(sql);
            command.CommandTimeout = 300;
            if (sql == Websites)
                command.Parameters.AddWithValue("count", count);
            if (sql == Past)
                command.Parameters.AddWithValue("website", withPast.Value);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
