using System.Globalization;

namespace UptimeSquirrel.Importing;

/// <summary>Puts numbers of things into words.</summary>
internal static class Counted
{
    /// <summary>A number of things, with the thing in the singular where there is one.</summary>
    public static string Of(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");
}
