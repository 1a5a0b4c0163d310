using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>Which users there may be.</summary>
internal static class UserRules
{
    /// <summary>What the list keeps of a user.</summary>
    public static UserSummary Summarize(string key, User user) => new(
        key, user.Name, user.Role, user.Owner, user.IsShutOut, user.HasSecondFactor,
        [.. user.Passkeys.Select(passkey => Convert.ToBase64String(passkey.CredentialId))], [.. user.Logins], user.CreatedAt, user.LastSignedInAt);

    /// <summary>Whether nothing that the list keeps has changed.</summary>
    public static bool AreSame(UserSummary one, UserSummary other) =>
        one.Passkeys.SequenceEqual(other.Passkeys) && one.Logins.SequenceEqual(other.Logins) &&
        one with { Passkeys = other.Passkeys, Logins = other.Logins } == other;

    /// <summary>Whether there is somebody who may administer everything.</summary>
    public static bool HaveAdministrator(IEnumerable<UserSummary> users) => users.Any(IsAdministrator);

    /// <summary>Whether a user may become this.</summary>
    public static UserOutcome Judge(IReadOnlyDictionary<string, UserSummary> users, UserSummary user) =>
        !users.ContainsKey(user.Key) && users.Count >= IUsersGrain.MaximumUsers ? UserOutcome.TooMany
        : !IsAdministrator(user) && IsLastAdministrator(users, user.Key) ? UserOutcome.LastAdministrator
        : UserOutcome.Done;

    /// <summary>Whether without this user nobody may administer.</summary>
    public static bool IsLastAdministrator(IReadOnlyDictionary<string, UserSummary> users, string key) =>
        users.TryGetValue(key, out var user) && IsAdministrator(user) && !HaveAdministrator(users.Values.Where(other => other.Key != key));

    /// <summary>What is kept of the secret in a set-up link.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a link holds the secret of which this was kept, in a time that does not tell how alike they are.</summary>
    public static bool IsToken(string? hash, string token) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(token)));

    // One who is shut out, or sees one owner only, cannot help those who have lost their way in.
    private static bool IsAdministrator(UserSummary user) => user is { Role: UserRole.Administrator, IsShutOut: false, Owner: null };
}
