using UptimeSquirrel.Checks;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

/// <summary>A list that was read, in lines that a test can name.</summary>
internal static class Told
{
    public static string[] Read(string text, ReadingChoices? choices = null) => Of(ListText.Read(text, choices ?? ReadingChoices.Usual));

    /// <summary>A line for each entry, in their order, then what is said about the whole list.</summary>
    public static string[] Of(ListContent content) =>
    [
        .. content.Good.Select(line => (line.Number, Text: Of(line)))
            .Concat(content.Bad.Select(line => (line.Number, Text: $"bad: {line.Problem}")))
            .Concat(content.Skipped.Select(entry => (entry.Number, Text: $"skipped {entry.Name}: {entry.Why}")))
            .OrderBy(line => line.Number).Select(line => line.Text),
        .. content.Remarks.Select(remark => $"* {remark}"),
    ];

    private static string Of(ListLine line)
    {
        var (changes, look) = (line.Changes, line.Changes.Look);
        string?[] parts =
        [
            line.Url.Text,
            Part("name", changes.Name),
            Part("every", changes.Interval is { } every ? Duration.Format(every) : null),
            Part("grace", changes.Grace is { } grace ? Duration.Format(grace) : null),
            Part("timeout", changes.Timeout is { } timeout ? Duration.Format(timeout) : null),
            Part("accept", changes.Accept?.Text),
            Part("tags", changes.Tags is { } tags ? string.Join(',', tags) : null),
            Part("method", look?.Method is { } method ? CheckMethods.NameOf(method) : null),
            Part("headers", look?.Headers is { } headers ? string.Join('|', headers.Select(header => $"{header.Name}: {header.Value ?? header.Secret?.Text}")) : null),
            Part("body", look?.Body?.Text),
            Part("login", look?.Credentials is { } login ? $"{login.Scheme} {login.Secret.Text}" : null),
            Part("keyword", look?.Keyword),
            Part("no keyword", look?.UnwantedKeyword),
            Part("json", look?.Json?.ToString()),
            look?.StopsAtRedirect == true ? "no redirects" : null,
            look?.IgnoresCertificate == true ? "any certificate" : null,
            Part("ip", look?.Family?.ToString()),
            Part("recheck", changes.Patience?.RecheckDelays is { } delays ? string.Join(',', delays.Select(Duration.Format)) : null),
            Part("slow", changes.Warnings?.SlowAfter is { } slow ? Duration.Format(slow) : null),
            changes.Warnings?.Certificate == false ? "certificate warnings off" : null,
            changes.Warnings?.Domain == false ? "domain warnings off" : null,
            line.IsPaused ? "paused" : null,
        ];
        return string.Join("; ", parts.OfType<string>()) + string.Concat(line.Remarks.Where(remark => remark != "It is paused, as it was.").Select(remark => $" ({remark})"));
    }

    private static string? Part(string name, string? value) => value is null ? null : $"{name} {value}";
}
