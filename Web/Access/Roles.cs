namespace UptimeSquirrel.Web.Access;

/// <summary>What somebody who has signed in may do; each may do what the one before it may.</summary>
internal static class Roles
{
    /// <summary>Look, and change nothing.</summary>
    public const string Viewer = "viewer";

    /// <summary>Change websites, owners, maintenance and status pages.</summary>
    public const string Editor = "editor";

    /// <summary>Everything: also users, keys, the audit log and the cluster.</summary>
    public const string Administrator = "administrator";
}
