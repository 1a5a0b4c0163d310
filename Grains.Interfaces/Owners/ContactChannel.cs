namespace UptimeSquirrel.Owners;

/// <summary>One way in which an owner is told, as it may be shown: its secrets are masked.</summary>
[GenerateSerializer, Immutable, Alias("uptime.contact-channel")]
public sealed record ContactChannel
{
    /// <summary>Names it among the owner's channels, for good: <c>ntfy-1</c>. An e-mail address is its own name.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What it is: the name of a <see cref="ChannelKind"/>.</summary>
    [Id(1)]
    public required string Kind { get; init; }

    /// <summary>What was set, by name. Of a secret, no more than its last four characters are shown.</summary>
    [Id(2)]
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Since when it is known not to work any more, UTC; null while it works as far as anybody knows.</summary>
    [Id(3)]
    public DateTimeOffset? BrokenSince { get; init; }

    /// <summary>Why the last delivery failed; null when it did not.</summary>
    [Id(4)]
    public string? LastFailure { get; init; }

    /// <summary>For what it is used.</summary>
    [Id(24)]
    public ChannelUse Use { get; init; } = ChannelUse.Always;
}
