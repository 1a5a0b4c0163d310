using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Which websites a query asks for, as conditions on the table <c>website w</c>.</summary>
internal static class CatalogFilter
{
    public static IEnumerable<string> Conditions(CatalogQuery query, DatabaseKind kind, DynamicParameters parameters)
    {
        var isPostgres = kind == DatabaseKind.Postgres;
        if (query.Owner is { } owner)
            yield return With("w.owner = @owner", "owner", owner.Text);
        if (query.Standing is { } standing)
            yield return With("w.standing = @standing", "standing", (short)standing);
        if (query.Standings.Count > 0)
            yield return $"w.standing in ({string.Join(", ", query.Standings.Select(one => (int)one).Distinct())})";
        if (query.Kind is { } of)
            yield return OfKind(of);
        if (query.Url is { } url)
            yield return With("w.url = @url", "url", url.Text);
        if (query.Tag is { Length: > 0 } tag)
            yield return With(isPostgres ? "w.tags @> array[@tag]" : OfSqliteTag(tag), "tag", StoredText.Clean(tag));
        if (query.Search is { Length: > 0 } search)
            yield return With(isPostgres ? "strpos(w.search, @search) > 0" : "instr(w.search, @search) > 0", "search", SearchText.Fold(StoredText.Clean(search)));

        string With(string condition, string name, object value)
        {
            parameters.Add(name, value);
            return condition;
        }
    }

    public static string Where(IEnumerable<string?> conditions)
    {
        var given = conditions.OfType<string>().ToList();
        return given.Count == 0 ? "" : "where " + string.Join(" and ", given);
    }

    // To read JSON takes longer than to see that the tag is nowhere in its text, as long as it stands there as it is.
    private static string OfSqliteTag(string tag) =>
        $"{(tag.All(char.IsAsciiLetterOrDigit) ? "instr(w.tags, @tag) > 0 and " : "")}exists (select 1 from json_each(w.tags) t where t.value = @tag)";

    // The scheme of the address says it, so a kind is a range of addresses.
    private static string OfKind(WebsiteKind kind) => kind switch
    {
        WebsiteKind.Website => "w.url >= 'http' and w.url < 'httq'",
        WebsiteKind.Tcp => "w.url >= 'tcp:' and w.url < 'tcp;'",
        WebsiteKind.Tls => "w.url >= 'tls:' and w.url < 'tls;'",
        WebsiteKind.Dns => "w.url >= 'dns:' and w.url < 'dns;'",
        WebsiteKind.Ping => "w.url >= 'ping:' and w.url < 'ping;'",
        WebsiteKind.Heartbeat => "w.url >= 'heartbeat:' and w.url < 'heartbeat;'",
        _ => "1 = 0",
    };
}
