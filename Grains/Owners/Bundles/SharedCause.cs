using System.Net;
using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Bundles;

/// <summary>What websites that are down have in common: the address they are at, or the way in which they fail.</summary>
internal static class SharedCause
{
    private const int MostGroups = 3;

    /// <summary>In one sentence: <c>All at 203.0.113.7 (connection refused).</c> or <c>31 at 203.0.113.7, 4 with name not found, 2 others.</c></summary>
    public static string Of(IReadOnlyList<Alert> down)
    {
        var groups = Group(down);
        var kinds = down.Select(alert => alert.Problem.Kind).Distinct().Take(2).ToArray();
        if (groups is [var only])
            return only.Address is { } address ? $"All at {address}{(kinds.Length == 1 ? $" ({Words(kinds[0])})" : "")}." : $"All with {Words(only.Kind)}.";

        var told = groups.Where(group => group.Alerts.Count > 1).Take(MostGroups).ToList();
        var rest = down.Count - told.Sum(group => group.Alerts.Count);
        var parts = told.Select(group => $"{group.Alerts.Count} {(group.Address is { } at ? $"at {at}" : $"with {Words(group.Kind)}")}");
        return told.Count == 0 ? "Each for another reason." : $"{string.Join(", ", [.. parts, .. rest > 0 ? [rest == 1 ? "1 other" : $"{rest} others"] : Array.Empty<string>()])}.";
    }

    /// <summary>Those with the same cause side by side, the largest group first.</summary>
    public static IEnumerable<Alert> Sort(IReadOnlyList<Alert> down) => Group(down).SelectMany(group => group.Alerts);

    /// <summary>Why one website is down, in few words: <c>connection refused</c>.</summary>
    public static string Words(Alert alert) => Words(alert.Problem.Kind);

    private static List<Shared> Group(IReadOnlyList<Alert> down)
    {
        var addresses = down.Select(AddressOf).OfType<string>().CountBy(address => address).Where(one => one.Value > 1).Select(one => one.Key).ToHashSet();
        return
        [
            .. down.GroupBy(alert => AddressOf(alert) is { } address && addresses.Contains(address)
                    ? (Address: (string?)address, Kind: FailureKind.None)
                    : (Address: null, alert.Problem.Kind))
                .Select(group => new Shared(group.Key.Address, group.Key.Kind, [.. group]))
                .OrderByDescending(group => group.Alerts.Count),
        ];
    }

    // Of the silo that watches it, and without the port: what is behind one address shares its fate.
    private static string? AddressOf(Alert alert) =>
        alert.Sightings.FirstOrDefault(sighting => sighting is { IsHealthy: false, ConnectedTo: not null }) is { } failed && IPEndPoint.TryParse(failed.ConnectedTo!, out var at)
            ? at.Address.ToString()
            : null;

    private static string Words(FailureKind kind)
    {
        var words = new StringBuilder();
        foreach (var letter in kind.ToString())
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        return words.ToString();
    }

    private sealed record Shared(string? Address, FailureKind Kind, IReadOnlyList<Alert> Alerts);
}
