using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Connecting;

/// <summary>A history that may be longer than one answer.</summary>
internal static class WholeHistory
{
    /// <summary>Asks until there are no more checks.</summary>
    public static async Task<WebsiteHistory> ReadAsync(HistoryQuery query, Func<HistoryQuery, Task<WebsiteHistory>> ask)
    {
        // The first page has every incident of the time asked about; later ones only those from before their checks.
        var first = await ask(query);
        var checks = new List<CheckSummary>(first.Checks);
        for (var page = first; page.Checks.Count >= query.Limit;)
        {
            page = await ask(query with { Before = checks[^1].At });
            checks.AddRange(page.Checks);
        }

        return first with { Checks = checks };
    }
}
