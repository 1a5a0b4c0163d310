namespace UptimeSquirrel.Owners;

/// <summary>A channel that does not work any more.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Channel">Its name among the owner's channels.</param>
/// <param name="Kind">What it is: the name of a <see cref="ChannelKind"/>.</param>
[GenerateSerializer, Immutable, Alias("uptime.broken-channel")]
public sealed record BrokenChannel([property: Id(0)] OwnerId Owner, [property: Id(1)] string Channel, [property: Id(2)] string Kind);
