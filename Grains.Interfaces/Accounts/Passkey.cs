namespace UptimeSquirrel.Accounts;

/// <summary>A passkey of a user: what is public of it.</summary>
[GenerateSerializer, Immutable, Alias("uptime.passkey")]
public sealed record Passkey
{
    /// <summary>Names it all over the world.</summary>
    [Id(0)]
    public required byte[] CredentialId { get; init; }

    /// <summary>What its signatures are compared with.</summary>
    [Id(1)]
    public required byte[] PublicKey { get; init; }

    /// <summary>What its user calls it.</summary>
    [Id(2)]
    public string? Name { get; init; }

    /// <summary>When it was added, UTC.</summary>
    [Id(3)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it says it was used.</summary>
    [Id(4)]
    public uint SignCount { get; init; }

    /// <summary>How a browser reaches it, such as <c>usb</c>.</summary>
    [Id(5)]
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>Whether it made sure who uses it.</summary>
    [Id(6)]
    public bool IsUserVerified { get; init; }

    /// <summary>Whether it may be copied to other devices.</summary>
    [Id(7)]
    public bool IsBackupEligible { get; init; }

    /// <summary>Whether it has been.</summary>
    [Id(8)]
    public bool IsBackedUp { get; init; }

    /// <summary>How it introduced itself.</summary>
    [Id(9)]
    public byte[] AttestationObject { get; init; } = [];

    /// <summary>What it was introduced to.</summary>
    [Id(10)]
    public byte[] ClientDataJson { get; init; } = [];
}
