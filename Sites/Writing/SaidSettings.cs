using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Writing;

/// <summary>The settings of a website under the names and in the words of a file. A value is a text, a list of texts, or names and texts.</summary>
internal static class SaidSettings
{
    /// <summary>What stands in the place of a secret, which is not known here.</summary>
    public const string Secret = "(secret)";

    /// <summary>Everything that can be said of this website, in the order in which files say it; null = nothing is.</summary>
    public static IReadOnlyList<(string Name, object? Value)> Of(WebsiteUrl url, WebsiteSettings settings) => url.Kind switch
    {
        WebsiteKind.Heartbeat => [.. First(settings), .. Job(settings), Tags(settings), Parent(settings)],
        WebsiteKind.Website => [.. First(settings), .. Asked(settings), .. Look(settings.Look ?? LookSettings.Default), .. Judged(settings), Tags(settings), Parent(settings)],
        _ => [.. First(settings), .. Asked(settings).Take(1), .. Judged(settings), Tags(settings), Parent(settings)],
    };

    private static IEnumerable<(string, object?)> First(WebsiteSettings settings) =>
        [("name", settings.Name), ("every", Duration.Format(settings.Heartbeat?.Every ?? settings.Interval))];

    private static IEnumerable<(string, object?)> Job(WebsiteSettings settings) => [("grace", Time(settings.Heartbeat?.Grace))];

    private static (string, object?) Tags(WebsiteSettings settings) => ("tags", settings.Tags);

    private static (string, object?) Parent(WebsiteSettings settings) => ("parent", settings.Parent?.Text);

    private static IEnumerable<(string, object?)> Asked(WebsiteSettings settings) => [("timeout", Time(settings.Timeout)), ("accept", settings.Accept.Text)];

    private static IEnumerable<(string, object?)> Look(LookSettings look) =>
    [
        ("method", look.Method is { } method ? CheckMethods.NameOf(method) : null),
        ("headers", Pairs(look.Headers.Select(header => (header.Name, header.Value ?? Secret)))),
        ("body", look.Body is null ? null : Secret),
        (look.Credentials?.Scheme == AuthScheme.Bearer ? "bearer" : "basic", look.Credentials is null ? null : Secret),
        ("keyword", look.Keyword),
        ("no-keyword", look.UnwantedKeyword),
        ("json-value", look.Json?.ToString()),
        ("expect-headers", Pairs(look.ExpectedHeaders.Select(header => (header.Name, header.Text ?? "")))),
        ("follow", YesOrNo(!look.StopsAtRedirect)),
        ("ignore-tls", YesOrNo(look.IgnoresCertificate)),
        ("ip", look.Family switch { IpFamily.IPv4 => "4", IpFamily.IPv6 => "6", _ => "any" }),
    ];

    private static IEnumerable<(string, object?)> Judged(WebsiteSettings settings) =>
    [
        ("recheck", settings.Patience?.RecheckDelays is { } delays ? delays.Count == 0 ? "none" : string.Join(',', delays.Select(Duration.Format)) : null),
        ("successes", settings.Patience?.SuccessesBeforeUp?.ToString(CultureInfo.InvariantCulture)),
        ("slow-after", Duration.Format(settings.Warnings?.SlowAfter ?? TimeSpan.Zero)),
        ("certificate-warnings", YesOrNo(settings.Warnings?.Certificate != false)),
        ("domain-warnings", YesOrNo(settings.Warnings?.Domain != false)),
    ];

    private static string? Time(TimeSpan? time) => time is null ? null : Duration.Format(time.Value);

    private static string YesOrNo(bool isOn) => isOn ? "yes" : "no";

    private static (string Name, string Value)[]? Pairs(IEnumerable<(string Name, string Value)> pairs) => pairs.ToArray() is { Length: > 0 } all ? all : null;
}
