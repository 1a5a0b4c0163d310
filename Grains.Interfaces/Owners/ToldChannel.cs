namespace UptimeSquirrel.Owners;

/// <summary>What was done already to tell one alert over one channel, while the owner's outbox could not be reached.</summary>
/// <param name="Channel">The <see cref="ContactChannel.Id"/>.</param>
/// <param name="Attempts">How often it was tried, at least once.</param>
/// <param name="IsDone">Whether it was delivered or refused for good, so that there is nothing left to do.</param>
[GenerateSerializer, Immutable, Alias("uptime.told-channel")]
public sealed record ToldChannel([property: Id(0)] string Channel, [property: Id(1)] int Attempts, [property: Id(2)] bool IsDone);
