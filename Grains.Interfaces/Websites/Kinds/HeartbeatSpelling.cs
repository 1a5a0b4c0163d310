namespace UptimeSquirrel.Websites;

/// <summary><c>heartbeat://name</c>: the name is its owner's own, and nobody looks it up.</summary>
internal static class HeartbeatSpelling
{
    private const int LongestName = 63;

    public static (string Canonical, string? Problem) Spell(AddressParts parts)
    {
        var name = parts.Authority.ToLowerInvariant();
        var isName = name.Length <= LongestName && char.IsAsciiLetter(name[0]) && char.IsAsciiLetterOrDigit(name[^1]) &&
                     name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return isName
            ? ($"heartbeat://{name}", parts.UnknownPart([]))
            : ("", $"has a name that cannot be taken: at most {LongestName} letters, digits, '-' and '_', beginning with a letter");
    }
}
