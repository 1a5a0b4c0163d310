using UptimeSquirrel.Accounts;
using UptimeSquirrel.Owners;

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

    /// <summary>All of them, the least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Editor, Administrator];

    /// <summary>A role as claims, forms and the API spell it.</summary>
    public static string Spell(this UserRole role) => role switch
    {
        UserRole.Viewer => Viewer,
        UserRole.Editor => Editor,
        UserRole.Administrator => Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };

    /// <summary>Reads what a form says of somebody's rights.</summary>
    /// <param name="role">The role.</param>
    /// <param name="owner">The only owner; empty = all of them.</param>
    /// <param name="read">The role that was meant.</param>
    /// <param name="only">The owner who was meant; null = all of them.</param>
    /// <returns>The key of the text that says what is wrong; null when nothing is.</returns>
    public static string? Read(string? role, string? owner, out UserRole read, out OwnerId? only)
    {
        only = null;
        return !TryParse(role, out read) ? "Problem.Role"
            : !string.IsNullOrWhiteSpace(owner) && !OwnerId.TryParse(owner, out only, out _) ? "Problem.Owner"
            : null;
    }

    /// <summary>Reads a role; false when it is none.</summary>
    public static bool TryParse(string? text, out UserRole role)
    {
        (role, var isRole) = text switch
        {
            Viewer => (UserRole.Viewer, true),
            Editor => (UserRole.Editor, true),
            Administrator => (UserRole.Administrator, true),
            _ => (UserRole.Viewer, false),
        };
        return isRole;
    }
}
