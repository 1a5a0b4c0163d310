using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Defaults;

/// <summary>What became of a change of defaults.</summary>
/// <param name="Defaults">What new websites start with now.</param>
/// <param name="Problems">What was wrong; then nothing was changed. Empty when nothing was.</param>
[GenerateSerializer, Immutable, Alias("uptime.defaults-result")]
public sealed record DefaultsResult([property: Id(0)] WebsiteChanges Defaults, [property: Id(1)] IReadOnlyList<SettingProblem> Problems);
