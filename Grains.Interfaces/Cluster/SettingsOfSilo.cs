namespace UptimeSquirrel.Cluster;

/// <summary>What a silo was told by files, environment and command line, as it is in force there.</summary>
[GenerateSerializer, Immutable, Alias("uptime.settings-of-silo")]
public sealed record SettingsOfSilo
{
    /// <summary>The silo's name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>Whether it answered in time. If not, nothing that follows is known.</summary>
    [Id(1)]
    public required bool Answers { get; init; }

    /// <summary>Which version of UptimeSquirrel it runs; null when not known.</summary>
    [Id(2)]
    public string? Version { get; init; }

    /// <summary>Every setting there is, in the order of its documentation.</summary>
    [Id(3)]
    public IReadOnlyList<SettingInForce> Settings { get; init; } = [];
}

/// <summary>A setting of a silo as it is in force.</summary>
/// <param name="Key">Its name: <c>Checks:Timeout</c>.</param>
/// <param name="Value">What it is, as it is written in the configuration; what is secret of it is masked. Empty = none.</param>
/// <param name="IsChanged">Whether it is something else than without being set.</param>
/// <param name="Section">Under which heading the documentation has it.</param>
/// <param name="Default">What it is without being set, in the words of the documentation.</param>
/// <param name="Meaning">What it does, in the words of the documentation.</param>
[GenerateSerializer, Immutable, Alias("uptime.setting-in-force")]
public sealed record SettingInForce(
    [property: Id(0)] string Key,
    [property: Id(1)] string Value,
    [property: Id(2)] bool IsChanged,
    [property: Id(3)] string Section,
    [property: Id(4)] string Default,
    [property: Id(5)] string Meaning);
