using System.Globalization;
using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>One order of the list of websites: what it is sorted by, ending with the id so that no two are the same, and how a page goes on from another.</summary>
/// <remarks>All parts of an order go up or down together, so that the place where a page begins is one comparison of rows, which an index can answer.</remarks>
internal sealed class CatalogOrdering
{
    private readonly string[] _keys;
    private readonly bool _isDescending;

    private CatalogOrdering(bool isDescending, params string[] keys) => (_keys, _isDescending) = ([.. keys, "w.id"], isDescending);

    public static CatalogOrdering Of(CatalogQuery query, DatabaseKind kind) => query.Order switch
    {
        CatalogOrder.Worst => new(!query.IsReversed, "w.badness", "w.since"),
        CatalogOrder.Name => new(query.IsReversed, "w.sort_name"),
        CatalogOrder.Since => new(query.IsReversed, "w.since"),
        CatalogOrder.LastCheck => new(query.IsReversed, kind == DatabaseKind.Postgres ? "coalesce(l.at, timestamptz 'epoch')" : "coalesce(l.at, 0)"),
        _ => new(query.IsReversed, "w.url"),
    };

    /// <summary>The standing that is so bad, as the column of the database has it.</summary>
    public static Standing StandingOf(int badness) => badness switch { 4 => Standing.Down, 3 => Standing.Suspect, 2 => Standing.Pending, 1 => Standing.Up, _ => Standing.Paused };

    public string OrderBy => string.Join(", ", _keys.Select(key => _isDescending ? key + " desc" : key));

    /// <summary>Where the page after this website begins.</summary>
    public static string CursorAfter(WebsiteRecord website, CatalogOrder order) => CatalogCursor.Write(new(order, website.Id, order switch
    {
        CatalogOrder.Worst => $"{website.Badness} {StoredCursor.Write(website.Since)}",
        CatalogOrder.Name => website.SortName,
        CatalogOrder.Since => StoredCursor.Write(website.Since),
        CatalogOrder.LastCheck => StoredCursor.Write(website.LastAt ?? DateTimeOffset.UnixEpoch),
        _ => website.Url,
    }));

    /// <summary>The condition that leaves out all that was on earlier pages; null on the first page, and where the cursor is of another order.</summary>
    public string? Beyond(CatalogQuery query, DynamicParameters parameters)
    {
        if (!CatalogCursor.TryRead(query.After, out var cursor) || cursor.Order != query.Order)
            return null;
        parameters.Add("afterId", cursor.Id);
        switch (query.Order)
        {
            case CatalogOrder.Worst:
                if (cursor.Text.Split(' ') is not [var badness, var since] || !StoredCursor.TryReadMoment(since, out var changed) ||
                    !short.TryParse(badness, CultureInfo.InvariantCulture, out var number))
                    return null;
                parameters.Add("afterBadness", number);
                parameters.Add("afterMoment", changed);
                return Compare("@afterBadness, @afterMoment");
            case CatalogOrder.Since or CatalogOrder.LastCheck:
                if (!StoredCursor.TryReadMoment(cursor.Text, out var at))
                    return null;
                parameters.Add("afterMoment", at);
                return Compare("@afterMoment");
            default:
                parameters.Add("afterText", StoredText.Clean(cursor.Text));
                return Compare("@afterText");
        }
    }

    private string Compare(string values) => $"({string.Join(", ", _keys)}) {(_isDescending ? "<" : ">")} ({values}, @afterId)";
}
