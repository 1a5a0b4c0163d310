using System.Collections.Frozen;
using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>What a hosts file says.</summary>
internal sealed record HostsTable(DateTime Stamp, FrozenDictionary<string, IPAddress[]> Names)
{
    public static readonly HostsTable Empty = new(default, FrozenDictionary<string, IPAddress[]>.Empty);

    /// <summary>Takes every line of the form "address name name…"; a name may stand in several. What is not like that is skipped, as everywhere.</summary>
    public static HostsTable Parse(IEnumerable<string> lines, DateTime stamp) => new(
        stamp,
        lines.SelectMany(Entries)
            .GroupBy(entry => entry.Name, entry => entry.Address, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<(string Name, IPAddress Address)> Entries(string line)
    {
        var words = line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && IPAddress.TryParse(words[0], out var address)
            ? words.Skip(1).Select(name => (name.TrimEnd('.'), address))
            : [];
    }
}
