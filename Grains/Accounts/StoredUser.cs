using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>What a user is in the database.</summary>
internal sealed class StoredUser
{
    /// <summary>The user; null before it is made and after it is removed.</summary>
    public User? User { get; set; }

    /// <summary>The highest version so far: a user made anew under an old name is not mistaken for the old one.</summary>
    public long LastVersion { get; set; }
}
