using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Declaring;

/// <summary>A maintenance window that is to hold.</summary>
/// <param name="Name">What it is called in the file: 1 to 20 letters and digits.</param>
/// <param name="Place">Where that is said.</param>
internal sealed partial record DeclaredWindow(string Name, string Place)
{
    public const int LongestName = 20;
    private const int FingerprintLength = 8;

    public WebsiteUrl? Url { get; init; }
    public string? Tag { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public string? Cron { get; init; }
    public TimeSpan? Length { get; init; }
    public required string Zone { get; init; }

    /// <summary>The window. A window that was removed never comes back under its id: the next attempt takes another.</summary>
    public MaintenanceWindow Of(OwnerId owner, int attempt) => new()
    {
        Id = $"{Name}x{Fingerprint()}{(attempt == 0 ? "" : attempt.ToString(CultureInfo.InvariantCulture))}",
        Owner = owner,
        Url = Url,
        Tag = Tag,
        From = From,
        To = To,
        Cron = Cron,
        Length = Length,
        Zone = Zone,
    };

    /// <summary>Whether a window was made for this name, be it by hand.</summary>
    public bool IsNameOf(MaintenanceWindow window) => window.Id == Name || NameOf(window.Id) == Name;

    /// <summary>The name for which the id of a window was made; null when it was made for none.</summary>
    public static string? NameOf(string id) => Made().Match(id) is { Success: true } made ? made.Groups["name"].Value : null;

    /// <summary>Whether a window holds just when this one is to.</summary>
    public bool IsSameAs(MaintenanceWindow window) =>
        (Url, Tag, From, To, Cron, Length, Zone) == (window.Url, window.Tag, window.From, window.To, window.Cron, window.Length, window.Zone);

    // The id says what the window is, so that another one under the same name is told apart.
    private string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Url}\n{Tag}\n{From:O}\n{To:O}\n{Cron}\n{Length}\n{Zone}"))))[..FingerprintLength];

    // A name of at most LongestName, a fingerprint of FingerprintLength, and which attempt it was.
    [GeneratedRegex("^(?<name>[0-9A-Za-z]{1,20})x[0-9a-f]{8}[0-9]*$")]
    private static partial Regex Made();
}
