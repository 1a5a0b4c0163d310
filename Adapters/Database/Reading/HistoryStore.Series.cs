using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

// What charts are drawn from: sums of days and hours, and checks put together step by step.
internal sealed partial class HistoryStore
{
    private const string Sums = "checks, failures, latency_sum_us as LatencySumUs, latency_max_us as LatencyMaxUs";

    public async Task<IReadOnlyList<PeriodSum>> GetDaySumsAsync(WebsiteId website, DateOnly from, CancellationToken cancellationToken)
    {
        var start = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero);
        var isPostgres = _database.Kind == DatabaseKind.Postgres;
        var rows = await QueryAsync<SumRecord>(
            $"""
            select {(isPostgres ? "day::timestamp at time zone 'UTC'" : "day")} as At, {Sums}, hours, p50_us as P50Us, p95_us as P95Us, p99_us as P99Us
            from uptime_day
            where website_id = @website and day >= {(isPostgres ? "(@start at time zone 'UTC')::date" : "@start")}
            order by day
            """,
            new { website = website.Value, start }, cancellationToken);
        return [.. rows.Select(row => row.ToSum())];
    }

    public async Task<IReadOnlyList<PeriodSum>> GetHourSumsAsync(WebsiteId website, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<SumRecord>(
            $"select hour as At, {Sums} from uptime_hour where website_id = @website and hour >= @since order by hour",
            new { website = website.Value, since }, cancellationToken)).Select(row => row.ToSum())];

    public async Task<IReadOnlyList<LatencyPoint>> GetLatencyStepsAsync(
        WebsiteId website, DateTimeOffset since, TimeSpan step, CancellationToken cancellationToken)
    {
        var seconds = (long)step.TotalSeconds;
        var bucket = _database.Kind == DatabaseKind.Postgres
            ? "cast(floor(extract(epoch from at) / @seconds) as bigint)"
            : "at / (@seconds * 1000000)";
        var rows = await QueryAsync<StepRecord>(
            $"""
            select bucket, count(*) as Checks, sum(failed) as Failures,
              min(case when failed = 0 and n * 100 >= c * 50 then latency_us end) as P50Us,
              min(case when failed = 0 and n * 100 >= c * 95 then latency_us end) as P95Us,
              min(case when failed = 0 and n * 100 >= c * 99 then latency_us end) as P99Us,
              max(case when failed = 0 then latency_us end) as LongestUs,
              {Mean("latency_us")} as MeanUs, {Mean(Phase(2))} as NameUnits, {Mean(Phase(1))} as ConnectingUnits, {Mean(Phase(0))} as HandshakeUnits
            from (
              select bucket, failed, latency_us, phases,
                row_number() over (partition by bucket, failed order by latency_us) as n, count(*) over (partition by bucket, failed) as c
              from (
                select {bucket} as bucket, case when failure = 0 then 0 else 1 end as failed, latency_us, phases
                from check_result
                where website_id = @website and at >= @since and not doubted and not maintenance and failure not in ({StoredNumbers.NoNews})) kept) ranked
            group by bucket
            order by bucket
            """,
            new { website = website.Value, since, seconds }, cancellationToken);
        return [.. rows.Select(row => row.ToPoint(seconds))];
    }

    private static string Phase(int number) => $"((phases >> {number * PackedPhases.Bits}) & {PackedPhases.Maximum})";

    private static string Mean(string what) => $"cast(avg(case when failed = 0 then {what} end) as double precision)";
}
