namespace UptimeSquirrel.Looks;

/// <summary>What may stand in a header (RFC 9110): nothing that could end it and begin another.</summary>
internal static class HeaderText
{
    public const int MaximumName = 100;

    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaximumName && text.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    public static bool IsValue(string text) => text.All(c => c is >= ' ' and <= '~' or '\t');
}
