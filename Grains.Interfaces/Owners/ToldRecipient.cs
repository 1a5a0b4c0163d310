namespace UptimeSquirrel.Owners;

/// <summary>What was done already to tell one person one alert, while the owner's outbox could not be reached.</summary>
/// <param name="Address">Whom.</param>
/// <param name="Attempts">How often it was tried, at least once.</param>
/// <param name="IsDone">Whether that person was told or refused for good, so that there is nothing left to do.</param>
[GenerateSerializer, Immutable, Alias("uptime.told-recipient")]
public sealed record ToldRecipient([property: Id(0)] EmailAddress Address, [property: Id(1)] int Attempts, [property: Id(2)] bool IsDone);
