using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What holds for the settings of every channel, whatever its kind.</summary>
internal static class ChannelRules
{
    private const int LongestValue = 4096;
    private const int LongestHarmless = 4;

    /// <summary>Says that there is no kind of that name, and which there are.</summary>
    public static string Unknown(string kind, IReadOnlyList<ChannelKind> kinds) =>
        ChannelKindRules.Unknown(kind, kinds, Quoted);

    /// <summary>What is wrong, a sentence each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(ChannelKind kind, IReadOnlyDictionary<string, string> settings)
    {
        var problems = ChannelKindRules.UnknownSettings(kind, settings.Keys, Quoted).ToList();
        foreach (var setting in kind.Settings)
        {
            var value = settings.GetValueOrDefault(setting.Name, "");
            if (ChannelKindRules.Missing(kind, setting, settings) is { } missing)
                problems.Add(missing);
            if (value.Length > LongestValue)
                problems.Add($"'{setting.Name}' has {value.Length} characters: expected at most {LongestValue}.");

            // Settings end up in headers and addresses, where a line break would begin something new.
            if (value.Any(char.IsControl))
                problems.Add($"'{setting.Name}' holds a line break or another control character: expected one line of text.");
        }

        return problems;
    }

    /// <summary>The text without the secrets in it: other sides like to repeat what they refuse.</summary>
    public static string WithoutSecrets(string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(secret => secret.Length > LongestHarmless))
            text = text.Replace(secret, SecretMask.Of(secret), StringComparison.Ordinal);
        return text;
    }

    private static string Quoted(string text) => PlainLine.Quoted(text, 40);
}
