namespace UptimeSquirrel.Web.Access;

/// <summary>What a page or a route asks of its caller.</summary>
internal static class Policies
{
    /// <summary>At least a <see cref="Roles.Viewer"/>.</summary>
    public const string Look = "look";

    /// <summary>At least an <see cref="Roles.Editor"/>.</summary>
    public const string Change = "change";

    /// <summary>An <see cref="Roles.Administrator"/>.</summary>
    public const string Administer = "administer";
}
