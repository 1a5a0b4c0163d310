using System.Globalization;
using UptimeSquirrel.Adapters.Database.Journal;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>How a batch of checks is stored: each check, the sums of its hour, and what was seen of its website last.</summary>
/// <remarks>
/// <para>
/// Only rows that are new are added, so a repeat adds nothing to the sums. What is doubted is kept, and counts nowhere; what is seen in maintenance,
/// and what saw nothing, counts into no sum. Everything is in the order of the website's id, so that two silos that write the same websites seldom stand in each other's way; one whom the server
/// stops all the same tries again.
/// </para>
/// <para>
/// "on conflict" writes into the server's log each row that it looks at, a quarter of all that a check writes. So rows that are there already are found and changed before, and it
/// remains for those that are the first of their hour, or that another silo adds this very moment. Rows are found by "lateral … offset 0", and changed by their place ("ctid"):
/// joins are planned by what the server knows of a table, and of a day's partition it knows nothing at first, and then reads all of it for each batch.
/// </para>
/// </remarks>
internal static class CheckSql
{
    private static readonly string _counted =
        $"""
        believed as (select * from added where not doubted),
        counted as (select * from believed where not maintenance and failure not in ({StoredNumbers.NoNews})),
        sums as (
          select website_id, date_trunc('hour', at, 'UTC') as hour, count(*) as checks, count(*) filter (where failure <> 0) as failures,
                 sum(latency_us) as latency_sum_us, max(latency_us) as latency_max_us
          from counted
          group by 1, 2 order by 1, 2),
        """;

    private const string LastSeen =
        """
        latest as (
          select distinct on (website_id) website_id, at, latency_us, status, failure, reason
          from believed
          order by website_id, at desc),
        replaced as (
          update last_check as l set
            at = n.at, latency_us = n.latency_us, status = n.status, failure = n.failure, reason = n.reason
          from (
            select * from latest as n cross join lateral (
              select k.ctid as place from last_check as k where k.website_id = n.website_id and k.at < n.at offset 0) as found) as n
          where l.ctid = n.place and l.at < n.at
          returning l.website_id)
        insert into last_check as l (website_id, at, latency_us, status, failure, reason)
        select * from latest where website_id not in (select website_id from replaced)
        on conflict (website_id) do update set
          at = excluded.at, latency_us = excluded.latency_us, status = excluded.status, failure = excluded.failure, reason = excluded.reason
        where l.at < excluded.at
        """;

    /// <summary>Stores those of a batch that are of one day (UTC), whose partitions are there.</summary>
    public static string InsertInto(DateOnly day) => string.Create(CultureInfo.InvariantCulture,
        $"""
        with batch as (
          select * from unnest(@website, @at, @latency, @status, @failure, @reason, @doubted, @maintenance, @phases)
            as b(website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases)
          where at >= '{day:yyyy-MM-dd} 00:00+00' and at < '{day.AddDays(1):yyyy-MM-dd} 00:00+00'),
        added as (
          insert into check_result (website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases)
          select distinct on (website_id, at) website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases
          from batch as b
          where not exists (
            select from {PostgresDays.PartitionOf("check_result", day)} as c where c.website_id = b.website_id and c.at = b.at offset 0)
          order by website_id, at
          returning website_id, at, latency_us, status, failure, reason, doubted, maintenance),
        {_counted}
        raised as (
          update {PostgresDays.PartitionOf("uptime_hour", day)} as h set
            checks = h.checks + s.checks,
            failures = h.failures + s.failures,
            latency_sum_us = h.latency_sum_us + s.latency_sum_us,
            latency_max_us = greatest(h.latency_max_us, s.latency_max_us)
          from (
            select * from sums as s cross join lateral (
              select u.ctid as place from {PostgresDays.PartitionOf("uptime_hour", day)} as u where u.website_id = s.website_id and u.hour = s.hour offset 0) as found) as s
          where h.ctid = s.place
          returning h.website_id, h.hour),
        begun as (
          insert into uptime_hour as h (website_id, hour, checks, failures, latency_sum_us, latency_max_us)
          select * from sums where (website_id, hour) not in (select website_id, hour from raised)
          on conflict (website_id, hour) do update set
            checks = h.checks + excluded.checks,
            failures = h.failures + excluded.failures,
            latency_sum_us = h.latency_sum_us + excluded.latency_sum_us,
            latency_max_us = greatest(h.latency_max_us, excluded.latency_max_us)),
        {LastSeen}
        """);
}
