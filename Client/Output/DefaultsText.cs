using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>What new websites start with, for people.</summary>
internal static class DefaultsText
{
    public static IReadOnlyList<string> Of(WebsiteChanges defaults) =>
    [
        .. defaults.Interval is { } interval ? [$"checked every {Duration.Format(interval)}"] : Array.Empty<string>(),
        .. defaults.Timeout is { } timeout ? [$"at most {Duration.Format(timeout)} a check"] : Array.Empty<string>(),
        .. defaults.Accept is { } accept ? [$"up means {accept}"] : Array.Empty<string>(),
        .. defaults.Tags is { Count: > 0 } tags ? [$"tagged {string.Join(", ", tags)}"] : Array.Empty<string>(),
        .. defaults.Look?.ApplyTo(null, []) is { } look ? LookText.Asking(look) : [],
        .. defaults.Patience is { } patience ? LookText.Waiting(patience) : [],
        .. defaults.Warnings is { } warnings ? WarningsText.Terms(warnings) : [],
    ];
}
