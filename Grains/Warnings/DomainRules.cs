namespace UptimeSquirrel.Grains.Warnings;

/// <summary>Which domain a host belongs to, and how often a registry is asked for it.</summary>
internal static class DomainRules
{
    private const int SoonDays = 60;
    private static readonly TimeSpan _daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan _weekly = TimeSpan.FromDays(7);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _pauseWhenTooOften = TimeSpan.FromMinutes(1);

    // Names that no registry sells: RFC 6761, RFC 6762, RFC 9476, what ICANN keeps for private use, and what routers use all the same.
    private static readonly HashSet<string> _private = new(StringComparer.OrdinalIgnoreCase)
    {
        "localhost", "local", "internal", "test", "example", "invalid", "onion", "alt", "arpa", "lan", "home", "corp", "intranet", "private",
    };

    /// <summary>Whether a host can belong to a registered domain: neither an address nor a name of a network's own.</summary>
    public static bool IsPublic(string host)
    {
        var labels = host.Split('.');
        return labels.Length >= 2 && !host.Contains(':', StringComparison.Ordinal) && labels.All(label => label.Length > 0) &&
               !char.IsAsciiDigit(labels[^1][0]) && !_private.Contains(labels[^1]);
    }

    /// <summary>
    /// The domains that a host may belong to, in the order in which to ask: its last two labels, then its last three, because in some countries people
    /// register below <c>co.uk</c> and the like. Where two are known the third only names a part of it.
    /// </summary>
    public static IReadOnlyList<string> Candidates(string host)
    {
        var labels = host.Split('.');
        return labels.Length > 2 ? [string.Join('.', labels[^2..]), string.Join('.', labels[^3..])] : [host];
    }

    /// <summary>When to ask for the domain again.</summary>
    public static DateTimeOffset AskAgainAt(RegistryAnswer answer, DateTimeOffset now) => answer switch
    {
        { Outcome: RegistryOutcome.NotFound } => now + _weekly,
        { Outcome: RegistryOutcome.Found, ExpiresAt: { } date } when (date - now).TotalDays > SoonDays => now + _weekly,
        _ => now + _daily,
    };

    /// <summary>How long to ask nobody anything after an answer.</summary>
    public static TimeSpan PauseAfter(RegistryAnswer answer)
    {
        var asked = answer.AskAgainIn ?? (answer.Outcome == RegistryOutcome.TooOften ? _pauseWhenTooOften : _pause);
        return asked < _pause ? _pause : asked > _daily ? _daily : asked;
    }
}
