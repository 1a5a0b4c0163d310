namespace UptimeSquirrel.Websites;

/// <summary>What a registration would do.</summary>
/// <param name="Outcome">Whether the website would be watched, and whether that would be news.</param>
/// <param name="Problems">What is wrong with the settings; empty unless it would be refused.</param>
/// <param name="Present">How it is watched now, without secrets; null when it is not.</param>
/// <param name="Settings">How it would be watched, without secrets; null when it would be refused.</param>
/// <param name="IsPaused">Whether it is paused now.</param>
[GenerateSerializer, Immutable, Alias("uptime.registration-preview")]
public sealed record RegistrationPreview(
    [property: Id(0)] RegistrationOutcome Outcome,
    [property: Id(1)] IReadOnlyList<SettingProblem> Problems,
    [property: Id(2)] WebsiteSettings? Present,
    [property: Id(3)] WebsiteSettings? Settings,
    [property: Id(4)] bool IsPaused);
