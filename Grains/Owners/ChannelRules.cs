using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What holds for the settings of every channel, whatever its kind.</summary>
internal static class ChannelRules
{
    private const int LongestValue = 4096;
    private const int LongestHarmless = 4;

    /// <summary>Says that there is no kind of that name, and which there are.</summary>
    public static string Unknown(string kind, IReadOnlyList<ChannelKind> kinds) =>
        $"'{PlainLine.From(kind, 40)}' is not a kind of channel: expected one of {string.Join(", ", kinds.Select(one => one.Name))}.";

    /// <summary>What is wrong, a sentence each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(ChannelKind kind, IReadOnlyDictionary<string, string> settings)
    {
        var problems = new List<string>();
        foreach (var name in settings.Keys.Where(name => kind.Settings.All(setting => setting.Name != name)))
            problems.Add($"'{PlainLine.From(name, 40)}' is not a setting of {kind.Name}: it takes {string.Join(", ", kind.Settings.Select(setting => setting.Name))}.");
        foreach (var setting in kind.Settings)
        {
            var value = settings.GetValueOrDefault(setting.Name, "");
            if (setting.IsRequired && value.Length == 0)
                problems.Add($"{kind.Name} needs '{setting.Name}': {setting.Meaning}, such as {setting.Example}.");
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
}
