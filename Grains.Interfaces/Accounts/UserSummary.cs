using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Accounts;

/// <summary>What a list of users shows, and how users are found that did not type a name.</summary>
/// <param name="Key">The key of the user's grain.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="Owner">The only owner whose websites the user sees; null = all of them.</param>
/// <param name="IsShutOut">Whether an administrator has shut the user out.</param>
/// <param name="HasSecondFactor">Whether a code is asked for after the password.</param>
/// <param name="Passkeys">The ids of the passkeys, in base64.</param>
/// <param name="Logins">Accounts elsewhere: <c>issuer subject</c>.</param>
/// <param name="CreatedAt">When the user was made, UTC.</param>
/// <param name="LastSignedInAt">The last sign-in, UTC; null = never.</param>
[GenerateSerializer, Immutable, Alias("uptime.user-summary")]
public sealed record UserSummary(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] UserRole Role,
    [property: Id(3)] OwnerId? Owner,
    [property: Id(4)] bool IsShutOut,
    [property: Id(5)] bool HasSecondFactor,
    [property: Id(6)] IReadOnlyList<string> Passkeys,
    [property: Id(7)] IReadOnlyList<string> Logins,
    [property: Id(8)] DateTimeOffset CreatedAt,
    [property: Id(9)] DateTimeOffset? LastSignedInAt);
