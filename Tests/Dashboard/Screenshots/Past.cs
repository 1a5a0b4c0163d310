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
    private const long Hour = Day / 24;
    private const long Check = Day / ChecksADay;
    private const int ChecksAnHour = ChecksADay / 24;

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
            long? lastOutageOver = null;
            for (var day = 1; day <= Days; day++)
            {
                var failures = dice.Next(22) == 0 ? dice.Next(1, 14) : 0;
                var from = today - day * Day;
                var (began, length) = (from + dice.NextInt64(Day - failures * Check), failures * Check);
                await WriteDayAsync(connection, website.Id, from, failures, typical + dice.Next(typical / 5), hour => Share(began, length, from + hour * Hour));
                if (failures == 0)
                    continue;
                await WriteIncidentAsync(connection, website, $"{day:000}", began, length);
                lastOutageOver ??= began + length;
            }
            await AddLongAgoAsync(connection, website.Url, now, lastOutageOver);
            await WriteLastDayAsync(connection, website.Id, now.ToUnixTimeMilliseconds() * 1000, typical, dice);
        }
        await transaction.CommitAsync();
    }

    /// <summary>Forgets the looks that were slow because the silo had just begun, on a machine that starts a browser beside it.</summary>
    public static async Task ForgetSlowStartAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Default Timeout=30");
        await connection.ExecuteAsync("delete from check_result where failure = 0 and latency_us > 700000");
    }

    // As if the website had been added at the beginning of all that, and been up since its last outage: what was before counts for nothing.
    private static async Task AddLongAgoAsync(SqliteConnection connection, string url, DateTimeOffset now, long? lastOutageOver)
    {
        var added = now.AddDays(-Days - 1);
        var since = lastOutageOver is { } over ? DateTimeOffset.FromUnixTimeMilliseconds(over / 1000) : added;
        await connection.ExecuteAsync(
            "update website set registered_at = @added, since = @since where url = @url",
            new { url, added = added.ToUnixTimeMilliseconds() * 1000, since = since.ToUnixTimeMilliseconds() * 1000 });
        var changed = await connection.ExecuteAsync(
            """
            update us_grain_state set payload = cast(json_replace(cast(payload as text), '$.Website.RegisteredAt', @added, '$.Website.Since', @since) as blob)
            where coalesce(json_extract(cast(payload as text), '$.Website.Url.Text'), json_extract(cast(payload as text), '$.Website.Url')) = @url
            """,
            new { url, added = added.ToString("O", CultureInfo.InvariantCulture), since = since.ToString("O", CultureInfo.InvariantCulture) });
        changed.ShouldBe(1);
    }

    private static async Task WriteDayAsync(SqliteConnection connection, string website, long from, int failures, long typical, Func<int, int> failuresOf)
    {
        await connection.ExecuteAsync(
            "insert or replace into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us, hours, p50_us, p95_us, p99_us) values (@website, @from, @ChecksADay, @failures, @sum, @longest, 24, @typical, @slow, @slowest)",
            new { website, from, ChecksADay, failures, sum = typical * ChecksADay, longest = typical * 4, typical, slow = typical * 17 / 10, slowest = typical * 26 / 10 });
        for (var hour = 0; hour < 24; hour++)
            await connection.ExecuteAsync(
                "insert or replace into uptime_hour (website_id, hour, checks, failures, latency_sum_us, latency_max_us) values (@website, @hour, @ChecksAnHour, @failures, @sum, @longest)",
                new { website, hour = from + hour * Hour, ChecksAnHour, failures = failuresOf(hour), sum = typical * ChecksAnHour, longest = typical * 3 });
    }

    // How many of an hour's checks an outage failed.
    private static int Share(long began, long length, long hour) =>
        (int)Math.Clamp((Math.Min(began + length, hour + Hour) - Math.Max(began, hour)) / Check, 0, ChecksAnHour);

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
