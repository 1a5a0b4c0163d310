using System.Xml.Linq;

namespace UptimeSquirrel.Tests.House;

/// <summary>Which project may know which.</summary>
internal static class Rooms
{
    private static readonly Dictionary<string, string[]> _mayKnow = new()
    {
        ["Grains.Interfaces"] = [],
        ["Probing"] = ["Grains.Interfaces"],
        ["Grains"] = ["Grains.Interfaces", "Probing"],
        ["Adapters"] = ["Grains"],
        ["Importing"] = ["Grains.Interfaces"],
        ["Web"] = ["Grains.Interfaces", "Importing"],
        ["Sites"] = ["Grains.Interfaces"],
        ["Silo"] = ["Adapters", "Sites", "Web"],
        ["Client"] = ["Grains.Interfaces", "Importing", "Probing", "Sites"],
        ["Tests"] = ["Silo", "Client", "Faults"],
        ["Benchmarks"] = ["Adapters", "Grains.Interfaces", "Probing", "Silo"],
        ["Faults"] = ["Grains"],
        ["Chaos"] = ["Silo", "Client"],
    };

    public static IEnumerable<string> All => _mayKnow.Keys;

    public static IEnumerable<string> StrangersIn(string room, string? asIfItWere = null) =>
        XDocument.Load(Projects().Single(path => NameOf(path) == room)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Except(_mayKnow[asIfItWere ?? room]);

    public static IEnumerable<string> WithoutARule() => Projects().Select(NameOf).Except(All);

    private static IEnumerable<string> Projects() => Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
