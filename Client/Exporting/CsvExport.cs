using System.Buffers;
using System.Globalization;
using UptimeSquirrel.Client.Output.Json;

namespace UptimeSquirrel.Client.Exporting;

/// <summary>Websites as CSV, under the headings that <c>squirrel import</c> reads. Secrets are not in it.</summary>
internal static class CsvExport
{
    private static readonly (string Heading, Func<ExportedWebsiteShape, string?> Read)[] Columns =
    [
        ("url", website => website.Url),
        ("name", website => website.Name),
        ("owner", website => website.Owner),
        ("interval", website => Seconds(website.IntervalSeconds)),
        ("grace", website => Seconds(website.GraceSeconds)),
        ("tags", website => string.Join(';', website.Tags)),
        ("paused", website => website.Paused ? "yes" : null),
        ("timeout", website => Seconds(website.TimeoutSeconds)),
        ("accept", website => website.Accept),
        ("method", website => website.Settings?.Method),
        ("header", website => Joined(website.Settings?.Headers.Where(header => header.Value is not null).Select(header => $"{header.Name}: {header.Value}"))),
        ("keyword", website => website.Settings?.Keyword),
        ("no keyword", website => website.Settings?.NoKeyword),
        ("json value", website => website.Settings?.JsonValue),
        ("expect header", website => Joined(website.Settings?.ExpectedHeaders)),
        ("follow", website => website.Settings is { FollowsRedirects: false } ? "no" : null),
        ("ignore tls", website => website.Settings is { IgnoresCertificate: true } ? "yes" : null),
        ("ip", website => website.Settings?.Ip),
        ("recheck", website => website.Settings?.RecheckSeconds is { } delays ? delays.Count == 0 ? "none" : string.Join(',', delays.Select(delay => Seconds(delay))) : null),
        ("successes", website => website.Settings?.Successes?.ToString(CultureInfo.InvariantCulture)),
        ("slow after", website => Seconds(website.SlowAfterSeconds)),
        ("certificate warnings", website => website.CertificateWarnings == false ? "no" : null),
        ("domain warnings", website => website.DomainWarnings == false ? "no" : null),
        ("parent", website => website.Parent),
    ];

    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n\t");

    public static IEnumerable<string> Lines(ExportShape export)
    {
        var emails = export.Owners.ToDictionary(owner => owner.Id, owner => string.Join(';', owner.Emails));
        yield return string.Join(',', Columns.Select(column => column.Heading).Append("email"));
        foreach (var website in export.Websites)
            yield return string.Join(',', Columns.Select(column => Field(column.Read(website))).Append(Field(emails.GetValueOrDefault(website.Owner))));
    }

    private static string? Seconds(double? seconds) => seconds is null ? null : Duration.Format(TimeSpan.FromSeconds(seconds.Value));

    // A header may hold a semicolon or a comma.
    private static string? Joined(IEnumerable<string>? texts) => texts is null ? null : string.Join('|', texts);

    private static string Field(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(Special) || text.StartsWith('#') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
