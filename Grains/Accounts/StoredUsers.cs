using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>What the list of users is in the database.</summary>
internal sealed class StoredUsers
{
    /// <summary>The users, by the keys of their grains.</summary>
    public Dictionary<string, UserSummary> Users { get; set; } = [];

    /// <summary>SHA-256 of the end of the set-up link that is good; null when none is.</summary>
    public string? SetUpHash { get; set; }

    /// <summary>Whether that link is good although there is an administrator.</summary>
    public bool IsForOperator { get; set; }
}
