namespace UptimeSquirrel.Accounts;

/// <summary>What somebody who has signed in may do; each may do what the one before it may.</summary>
[GenerateSerializer, Alias("uptime.user-role")]
public enum UserRole
{
    /// <summary>Look, and change nothing.</summary>
    Viewer = 0,

    /// <summary>Change websites, owners, maintenance and status pages.</summary>
    Editor = 1,

    /// <summary>Everything: also users, keys, the audit log and the cluster.</summary>
    Administrator = 2,
}
