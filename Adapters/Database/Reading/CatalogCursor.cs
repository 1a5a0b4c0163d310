using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Where the next page of websites begins: after the last website of this one. Callers carry it around and need not understand it.</summary>
/// <param name="Order">The order in which it is a place.</param>
/// <param name="Id">The last website.</param>
/// <param name="Text">What it is sorted by, before its id.</param>
internal sealed record CatalogCursor(CatalogOrder Order, Guid Id, string Text)
{
    public static string Write(CatalogCursor cursor) => StoredCursor.Write($"{Letter(cursor.Order)}{cursor.Id:N}{cursor.Text}");

    /// <summary>Anything we did not write means "from the start".</summary>
    public static bool TryRead(string? text, out CatalogCursor cursor)
    {
        cursor = new(default, default, "");
        if (!StoredCursor.TryRead(text, out var plain) || plain.Length < 33 || !Guid.TryParseExact(plain.AsSpan(1, 32), "N", out var id))
            return false;
        foreach (var order in Enum.GetValues<CatalogOrder>())
            if (Letter(order) == plain[0])
            {
                cursor = new(order, id, plain[33..]);
                return true;
            }

        return false;
    }

    private static char Letter(CatalogOrder order) => order switch
    {
        CatalogOrder.Worst => 'w',
        CatalogOrder.Name => 'n',
        CatalogOrder.Since => 's',
        CatalogOrder.LastCheck => 'l',
        _ => 'u',
    };
}
