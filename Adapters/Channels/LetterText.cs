using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels;

/// <summary>Parts of a letter that several channels lay out alike.</summary>
internal static class LetterText
{
    /// <summary>What happened, and the details a line each, without the address where the channel shows that elsewhere.</summary>
    public static string Body(Letter letter) =>
        string.Join('\n', letter.Words.Facts.Where(fact => !fact.IsAddress).Select(fact => $"{fact.Label}: {fact.Value}").Prepend(letter.Words.Explanation));

    /// <summary>The kind of alert in a word that stays the same for ever.</summary>
    public static string Type(Letter letter) => letter.IsBundle ? "bundle" : letter.Alert.Kind switch
    {
        AlertKind.WentDown => "down",
        AlertKind.CameBack => "up",
        AlertKind.SiloInDoubt => "silo-in-doubt",
        AlertKind.SiloSureAgain => "silo-sure-again",
        AlertKind.ChannelBroke => "channel-broken",
        AlertKind.CertificateExpires => "certificate-expires",
        AlertKind.DomainExpires => "domain-expires",
        AlertKind.Renewed => "renewed",
        AlertKind.BecameSlow => "slow",
        AlertKind.FastAgain => "fast-again",
        AlertKind.StartedFlapping => "flapping",
        AlertKind.SteadyAgain => "steady-again",
        AlertKind.StillDown => "still-down",
        AlertKind.WasDown => "was-down",
        var other => other.ToString().ToLowerInvariant(),
    };

    /// <summary>The severity as a word.</summary>
    public static string Severity(Letter letter) => letter.Severity.ToString().ToLowerInvariant();

    /// <summary>The colour of a letter, as web pages write it.</summary>
    public static int Color(Letter letter) => letter switch
    {
        { IsAllClear: true } => 0x1b7f3b,
        { Severity: Grains.Owners.Severity.Critical } => 0xc62828,
        { Severity: Grains.Owners.Severity.Warning } => 0xb26a00,
        _ => 0x5b6670,
    };

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int limit) => text.Length <= limit ? text : string.Join('\n', Cut(text.Split('\n'), limit));

    private static IEnumerable<string> Cut(string[] lines, int limit)
    {
        foreach (var line in lines)
        {
            if (limit <= 0)
                yield break;
            yield return PlainLine.From(line, limit);
            limit -= line.Length + 1;
        }
    }
}
