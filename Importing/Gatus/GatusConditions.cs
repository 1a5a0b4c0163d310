using System.Globalization;
using System.Text.RegularExpressions;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Gatus;

/// <summary>What the conditions of an endpoint are in our settings: statuses, words, a value in the JSON, slowness.</summary>
internal static partial class GatusConditions
{
    private const int Longest = 300;

    public static void Read(IEnumerable<string> conditions, Wish wish)
    {
        var statuses = new StatusRange();
        foreach (var condition in conditions)
        {
            var match = Parts().Match(condition.Length > Longest ? "" : condition);
            var (what, sign, value) = (match.Groups["what"].Value.Trim(), match.Groups["sign"].Value, match.Groups["value"].Value.Trim());
            if (!match.Success || !Read(what, sign, value, statuses, wish))
                wish.Remark($"The condition '{PlainText.Start(condition, 80)}' was left out: there is nothing like it here.");
        }
        wish.Accept(statuses.Spelled());
    }

    private static bool Read(string what, string sign, string value, StatusRange statuses, Wish wish)
    {
        switch (what)
        {
            case "[STATUS]":
                return statuses.Narrow(sign, value);
            case "[RESPONSE_TIME]" when sign is "<" or "<=" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds):
                wish.SlowAfter(milliseconds);
                wish.Remark("It was down when it was slow; here it is called slow, and not down.");
                return true;
            case "[BODY]" when sign is "==" or "!=" && WordsOf(value) is { } words:
                wish.Look.Words(words, isUnwanted: sign == "!=");
                return true;
            case "[CONNECTED]" when sign == "==" && value == "true":
            case "[CERTIFICATE_EXPIRATION]" or "[DOMAIN_EXPIRATION]" when sign is ">" or ">=":
                return true;
            case "[DNS_RCODE]" when sign == "==" && value == "NOERROR":
                return true;
            case var _ when sign == "==" && what.StartsWith("[BODY].", StringComparison.Ordinal) && !value.Contains('(', StringComparison.Ordinal):
                wish.Look.Json(what["[BODY].".Length..], value);
                return true;
            default:
                return false;
        }
    }

    // pat(*words*) finds them anywhere; a pattern with more stars than those is more than words.
    private static string? WordsOf(string value)
    {
        if (!value.StartsWith("pat(*", StringComparison.Ordinal) || !value.EndsWith("*)", StringComparison.Ordinal) || value.Length < 8)
            return null;
        var words = value["pat(*".Length..^2];
        return words.AsSpan().IndexOfAny("*?[]\\") < 0 ? words : null;
    }

    [GeneratedRegex(@"^(?<what>.+?)\s*(?<sign>==|!=|<=|>=|<|>)\s*(?<value>.+)$", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
