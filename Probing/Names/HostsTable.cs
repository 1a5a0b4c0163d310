using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>What a hosts file says.</summary>
internal sealed record HostsTable(DateTime Stamp, IReadOnlyDictionary<string, IPAddress[]> Names)
{
    /// <summary>Takes every line of the form "address name name…"; a name may stand in several. What is not like that is skipped, as everywhere.</summary>
    public static HostsTable Parse(IEnumerable<string> lines, DateTime stamp)
    {
        var names = new Dictionary<string, IPAddress[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var words = line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || !IPAddress.TryParse(words[0], out var address))
                continue;
            foreach (var name in words.AsSpan(1))
                Add(names, name.TrimEnd('.'), address);
        }

        return new HostsTable(stamp, names);
    }

    private static void Add(Dictionary<string, IPAddress[]> names, string name, IPAddress address)
    {
        var known = names.GetValueOrDefault(name, []);
        if (Array.IndexOf(known, address) < 0)
            names[name] = [.. known, address];
    }
}
