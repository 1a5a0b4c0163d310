using UptimeSquirrel.Web.Api.Answers;

namespace UptimeSquirrel.Web.Api.Reading;

/// <summary>Lists as they are sent: JSON lets any of their items be null.</summary>
internal static class Lists
{
    /// <summary>The list without items that are none, which are noted.</summary>
    public static IReadOnlyList<T>? Given<T>(IReadOnlyList<T>? items, Mistakes mistakes, string field)
        where T : class
    {
        if (items?.Any(item => item is null) is not true)
            return items;
        mistakes.Add(field, "One of the items is null: expected none of them to be.");
        return [.. items.Where(item => item is not null)];
    }
}
