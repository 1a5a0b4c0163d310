using System.Globalization;
using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Reading;

// Long lists, page by page: each page begins where the last row of the one before stands, whatever was written meanwhile.
internal sealed partial class HistoryStore
{
    public async Task<CheckPage> FindChecksAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, HistoryQuery.MaximumLimit);
        var rows = await QueryAsync<CheckRecord>(
            $"""
            select at, latency_us as LatencyUs, status, failure, reason, doubted as IsDoubted, maintenance as IsInMaintenance, coalesce(phases, 0) as Phases
            from check_result
            where website_id = @website and at >= @since {(query.Before is null ? "" : "and at < @before")}
            order by at desc
            limit @limit
            """,
            new { website = query.Website.Value, since = query.Since, before = query.Before ?? default, limit = limit + 1 }, cancellationToken);
        return new CheckPage([.. rows.Take(limit).Select(row => row.ToEntry())], rows.Count > limit ? rows[limit - 1].At : null);
    }

    public async Task<IncidentPage> FindIncidentsAsync(IncidentQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, IncidentQuery.MaximumLimit);
        var parameters = new DynamicParameters();
        parameters.Add("limit", limit + 1);
        var sql = $"""
            select {IncidentColumns} from incident
            {CatalogFilter.Where(Conditions(query, parameters))}
            order by started_at desc, id desc
            limit @limit
            """;
        var incidents = (await QueryAsync<IncidentRecord>(sql, parameters, cancellationToken)).Select(row => row.ToIncident()).ToList();
        return incidents.Count > limit
            ? new IncidentPage(incidents[..limit], StoredCursor.Write($"{StoredCursor.Write(incidents[limit - 1].StartedAt)} {incidents[limit - 1].Id}"))
            : new IncidentPage(incidents, null);
    }

    public async Task<Incident?> GetIncidentAsync(string incident, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<IncidentRecord>(
            $"select {IncidentColumns} from incident where id = @id", new { id = StoredText.Clean(incident) }, cancellationToken);
        return rows.Count == 0 ? null : rows[0].ToIncident();
    }

    public async Task<DeliveryPage> FindDeliveriesAsync(DeliveryQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, DeliveryQuery.MaximumLimit);
        var parameters = new DynamicParameters();
        parameters.Add("limit", limit + 1);
        var sql = $"""
            select alert_id as AlertId, owner, channel, recipient, attempt, at, outcome, answer, subject from delivery
            {CatalogFilter.Where(Conditions(query, parameters))}
            order by at desc, alert_id desc, attempt desc, channel desc, recipient desc
            limit @limit
            """;
        var rows = (await QueryAsync<DeliveryRecord>(sql, parameters, cancellationToken)).Select(row => row.ToDelivery()).ToList();
        return rows.Count > limit ? new DeliveryPage(rows[..limit], CursorAfter(rows[limit - 1])) : new DeliveryPage(rows, null);
    }

    private static IEnumerable<string> Conditions(IncidentQuery query, DynamicParameters parameters)
    {
        if (query.Owner is { } owner)
            yield return With("owner = @owner", "owner", owner.Text);
        if (query.Website is { } website)
            yield return With("website_id = @website", "website", website.Value);
        if (query.IsOpen is { } isOpen)
            yield return isOpen ? "ended_at is null" : "ended_at is not null";
        if (query.Since is { } since)
            yield return With("started_at >= @since", "since", since);
        if (query.Until is { } until)
            yield return With("started_at < @until", "until", until);
        if (StoredCursor.TryRead(query.After, out var after) && after.Split(' ', 2) is [var moment, var id] && StoredCursor.TryReadMoment(moment, out var at))
        {
            parameters.Add("afterAt", at);
            yield return With("(started_at, id) < (@afterAt, @afterId)", "afterId", StoredText.Clean(id));
        }

        string With(string condition, string name, object value)
        {
            parameters.Add(name, value);
            return condition;
        }
    }

    private static IEnumerable<string> Conditions(DeliveryQuery query, DynamicParameters parameters)
    {
        parameters.Add("owner", query.Owner?.Text);
        if (query.Owner is not null)
            yield return "owner = @owner";
        parameters.Add("website", query.Website?.Value.ToString("N"));
        if (query.Website is not null)
            yield return "substr(alert_id, 1, 32) = @website";      // an alert's id begins with its website's; there is an index on that
        if (!StoredCursor.TryRead(query.After, out var after) || after.Split('\n') is not [var moment, var alert, var attempt, var channel, var recipient] ||
            !StoredCursor.TryReadMoment(moment, out var at) || !int.TryParse(attempt, CultureInfo.InvariantCulture, out var number))
            yield break;
        parameters.Add("afterAt", at);
        parameters.Add("afterAlert", StoredText.Clean(alert));
        parameters.Add("afterAttempt", number);
        parameters.Add("afterChannel", StoredText.Clean(channel));
        parameters.Add("afterRecipient", StoredText.Clean(recipient));
        yield return "(at, alert_id, attempt, channel, recipient) < (@afterAt, @afterAlert, @afterAttempt, @afterChannel, @afterRecipient)";
    }

    private static string CursorAfter(Delivery last) => StoredCursor.Write(
        string.Create(CultureInfo.InvariantCulture, $"{StoredCursor.Write(last.At)}\n{last.AlertId}\n{last.Attempt}\n{last.Channel}\n{last.Recipient}"));
}
