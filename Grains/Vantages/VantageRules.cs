using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Decides whom to ask first, and how those look who are asked.</summary>
internal static class VantageRules
{
    /// <summary>Other regions before our own, and every region once before one of them twice; else as they came.</summary>
    public static IReadOnlyList<Vantage> BestFirst(IEnumerable<Vantage> others, string ownRegion) =>
    [
        .. others.GroupBy(vantage => vantage.Region)
            .SelectMany(region => region.Select((vantage, turn) => (vantage, turn)))
            .OrderBy(one => one.vantage.Region == ownRegion)
            .ThenBy(one => one.turn)
            .Select(one => one.vantage),
    ];

    /// <summary>A second opinion relies on nothing that was found out before: whoever reads the certificate has the server show it.</summary>
    public static CheckRequest ForSecondOpinion(CheckRequest request) => request with { WantsCertificate = true };
}
