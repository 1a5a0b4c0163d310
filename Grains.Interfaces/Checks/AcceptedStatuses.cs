using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Checks;

/// <summary>The final HTTP status codes that count as up: a list of codes and ranges such as <c>200-299,301</c>.</summary>
[GenerateSerializer, Immutable, Alias("uptime.accepted-statuses")]
public sealed record AcceptedStatuses
{
    private const int MaximumRanges = 20;

    /// <summary>Everything below 400, as a visitor would see it.</summary>
    public static AcceptedStatuses Default { get; } = Parse("200-399");

    [JsonConstructor]
    private AcceptedStatuses(string text) => Text = text;

    /// <summary>The list in its one spelling: no blanks, and no range where a code will do.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>Reads a list as people write one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="statuses">The list, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AcceptedStatuses? statuses, [NotNullWhen(false)] out string? problem)
    {
        var parts = (text ?? "").Split(',', MaximumRanges + 1, StringSplitOptions.None);
        var isGood = parts.Length <= MaximumRanges && parts.All(part => TryReadRange(part, out _, out _));
        statuses = isGood ? new AcceptedStatuses(string.Join(',', parts.Select(Spell))) : null;
        problem = isGood ? null : $"{Quote.Of(text)} is not a list of statuses: expected up to {MaximumRanges} codes from 100 to 599 or ranges of them, such as 200-299,301.";
        return isGood;
    }

    /// <summary>Reads a list that is known to be good.</summary>
    /// <exception cref="FormatException">It is not one; the message says why.</exception>
    public static AcceptedStatuses Parse(string text) =>
        TryParse(text, out var statuses, out var problem) ? statuses : throw new FormatException(problem);

    /// <summary>Whether this status counts as up.</summary>
    public bool Accepts(int status)
    {
        foreach (var part in Text.AsSpan().Split(','))
            if (TryReadRange(Text.AsSpan(part), out var first, out var last) && status >= first && status <= last)
                return true;
        return false;
    }

    /// <summary>The list.</summary>
    public override string ToString() => Text;

    private static string Spell(string part) =>
        TryReadRange(part, out var first, out var last) && first != last
            ? string.Create(CultureInfo.InvariantCulture, $"{first}-{last}")
            : first.ToString(CultureInfo.InvariantCulture);

    private static bool TryReadRange(ReadOnlySpan<char> part, out int first, out int last)
    {
        var dash = part.IndexOf('-');
        var isGood = TryReadCode(dash < 0 ? part : part[..dash], out first);
        last = first;
        return isGood && (dash < 0 || (TryReadCode(part[(dash + 1)..], out last) && last >= first));
    }

    private static bool TryReadCode(ReadOnlySpan<char> text, out int code) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out code) && code is >= 100 and <= 599;
}
