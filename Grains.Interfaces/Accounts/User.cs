using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Accounts;

/// <summary>Somebody who may sign in. What is secret in it is hashed or encrypted by whoever hands it over.</summary>
[GenerateSerializer, Immutable, Alias("uptime.user")]
public sealed record User
{
    /// <summary>The name typed when signing in; it never changes.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>What the user may do.</summary>
    [Id(1)]
    public UserRole Role { get; init; }

    /// <summary>The only owner whose websites the user sees; null = all of them.</summary>
    [Id(2)]
    public OwnerId? Owner { get; init; }

    /// <summary>The hash of the password; null while there is none.</summary>
    [Id(3)]
    public string? PasswordHash { get; init; }

    /// <summary>Changes whenever every sign-in so far must end.</summary>
    [Id(4)]
    public string SecurityStamp { get; init; } = "";

    /// <summary>Which state of the user this is; counted by the grain.</summary>
    [Id(5)]
    public long Version { get; init; }

    /// <summary>Wrong passwords and codes in a row.</summary>
    [Id(6)]
    public int FailuresInARow { get; init; }

    /// <summary>Until when nobody is let in because of them, UTC; null = not.</summary>
    [Id(7)]
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Whether an administrator has shut the user out.</summary>
    [Id(8)]
    public bool IsShutOut { get; init; }

    /// <summary>Whether a code is asked for after the password.</summary>
    [Id(9)]
    public bool HasSecondFactor { get; init; }

    /// <summary>What the codes are made from, encrypted; null while there is none.</summary>
    [Id(10)]
    public string? AuthenticatorKey { get; init; }

    /// <summary>The codes for who has lost the second factor, encrypted; null when there are none.</summary>
    [Id(11)]
    public string? RecoveryCodes { get; init; }

    /// <summary>The passkeys.</summary>
    [Id(12)]
    public IReadOnlyList<Passkey> Passkeys { get; init; } = [];

    /// <summary>Accounts elsewhere whose owners are let in as this user: <c>issuer subject</c>.</summary>
    [Id(13)]
    public IReadOnlyList<string> Logins { get; init; } = [];

    /// <summary>When the user was made, UTC.</summary>
    [Id(14)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last sign-in, UTC; null = never.</summary>
    [Id(15)]
    public DateTimeOffset? LastSignedInAt { get; init; }
}
