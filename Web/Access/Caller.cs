using System.Security.Claims;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Access;

/// <summary>Who asks: a person who signed in, or a program with a key.</summary>
internal static class Caller
{
    /// <summary>The type of the claim that binds a caller to one owner.</summary>
    public const string OwnerClaim = "uptime:owner";

    /// <summary>The only owner this caller may see and change; null = all of them.</summary>
    public static OwnerId? OnlyOwner(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(OwnerClaim) is { } owner && OwnerId.TryParse(owner, out var id, out _) ? id : null;

    /// <summary>Whether this caller may see what belongs to an owner. What it may do with it is a matter of <see cref="Policies"/>.</summary>
    public static bool MaySee(this ClaimsPrincipal caller, OwnerId owner) => caller.FindFirstValue(OwnerClaim) is null || caller.OnlyOwner() == owner;
}
