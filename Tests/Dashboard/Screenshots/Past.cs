using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Tests.Dashboard.Screenshots;

/// <summary>Ninety days that nobody wants to wait for: written into the database as the journal would have.</summary>
internal static class Past
{
    private const int Days = 90;
    private const int ChecksADay = 288;
    private const long Day = 86_400_000_000;

    public static async Task WriteAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var now = TimeProvider.System.GetUtcNow();
        var today = new DateTimeOffset(now.Date, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;
        var websites = (await connection.QueryAsync<(string Id, string Owner, string Url)>("select id, owner, url from website order by url")).ToList();
        var dice = new Random(7);
        for (var i = 0; i < websites.Count; i++)
        {
            var website = websites[i];
            var typical = 40_000 + i * 31_000;
            for (var day = 1; day <= Days; day++)
            {
                var failures = dice.Next(22) == 0 ? dice.Next(1, 14) : 0;
                var from = today - day * Day;
                await WriteDayAsync(connection, website.Id, from, failures, typical + dice.Next(typical / 5), day <= 3);
                if (failures > 0)
                    await WriteIncidentAsync(connection, website, $"{day:000}", from + dice.NextInt64(Day - failures * Day / ChecksADay), failures * Day / ChecksADay);
            }
            await WriteLastDayAsync(connection, website.Id, now.ToUnixTimeMilliseconds() * 1000, typical, dice);
        }
        await AddLongAgoAsync(connection, now);
        await transaction.CommitAsync();
    }

    // As if the websites had been added at the beginning of all that, and had been up for a while: what was before counts for nothing.
    private static async Task AddLongAgoAsync(SqliteConnection connection, DateTimeOffset now)
    {
        var (added, since) = (now.AddDays(-Days - 1), now.AddDays(-23));
        await connection.ExecuteAsync(
            "update website set registered_at = @added, since = @since", new { added = added.ToUnixTimeMilliseconds() * 1000, since = since.ToUnixTimeMilliseconds() * 1000 });
        var changed = await connection.ExecuteAsync(
            "update us_grain_state set payload = cast(json_replace(cast(payload as text), '$.Website.RegisteredAt', @added, '$.Website.Since', @since) as blob) where json_extract(cast(payload as text), '$.Website.RegisteredAt') is not null",
            new { added = added.ToString("O", CultureInfo.InvariantCulture), since = since.ToString("O", CultureInfo.InvariantCulture) });
        changed.ShouldBeGreaterThan(0);
    }

    private static async Task WriteDayAsync(SqliteConnection connection, string website, long from, int failures, long typical, bool isRecent)
    {
        await connection.ExecuteAsync(
            "insert or replace into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us, hours, p50_us, p95_us, p99_us) values (@website, @from, @ChecksADay, @failures, @sum, @longest, 24, @typical, @slow, @slowest)",
            new { website, from, ChecksADay, failures, sum = typical * ChecksADay, longest = typical * 4, typical, slow = typical * 17 / 10, slowest = typical * 26 / 10 });
        for (var hour = 0; isRecent && hour < 24; hour++)
            await connection.ExecuteAsync(
                "insert or replace into uptime_hour (website_id, hour, checks, failures, latency_sum_us, latency_max_us) values (@website, @hour, 12, @failures, @sum, @longest)",
                new { website, hour = from + hour * Day / 24, failures = hour == 9 ? Math.Min(12, failures) : 0, sum = typical * 12, longest = typical * 3 });
    }

    private static Task WriteIncidentAsync(SqliteConnection connection, (string Id, string Owner, string Url) website, string number, long from, long length) => connection.ExecuteAsync(
        "insert into incident (id, website_id, started_at, ended_at, failure, owner, url, sentence, cause) values (@id, @Id, @from, @to, 20, @Owner, @Url, @sentence, @cause)",
        new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{Guid.Parse(website.Id):N}-{number}"),
            website.Id,
            from,
            to = from + length,
            website.Owner,
            website.Url,
            sentence = "The server answered 502 (Bad Gateway).",
            cause = "HTTP 502 Bad Gateway",
        });

    private static async Task WriteLastDayAsync(SqliteConnection connection, string website, long now, int typical, Random dice)
    {
        for (var minutes = 5; minutes < 24 * 60; minutes += 5)
        {
            // Slower by day than by night.
            var wave = 1 + 0.35 * Math.Sin((minutes / 1440.0 + 0.1) * 2 * Math.PI);
            var latency = (long)(typical * wave) + dice.Next(typical / 3) + (dice.Next(30) == 0 ? typical : 0);
            var phases = (latency / 10 / 10) | (latency / 6 / 10) << 21 | (latency / 4 / 10) << 42;
            await connection.ExecuteAsync(
                "insert or ignore into check_result (website_id, at, latency_us, status, failure, phases) values (@website, @at, @latency, 200, 0, @phases)",
                new { website, at = now - minutes * 60_000_000L, latency, phases });
        }
    }
}
