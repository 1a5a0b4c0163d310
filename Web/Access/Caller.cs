using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Access;

/// <summary>Who asks: a person who signed in, or a program with a key.</summary>
internal static class Caller
{
    /// <summary>The type of the claim that binds a caller to one owner.</summary>
    public const string OwnerClaim = "uptime:owner";

    /// <summary>What the name of a program begins with, so that nobody takes it for a person's.</summary>
    public const string KeyPrefix = "key:";

    /// <summary>Who it is, as the audit log names it.</summary>
    public static string Named(this ClaimsPrincipal caller) => caller.Identity?.Name ?? "nobody";

    /// <summary>The only owner this caller may see and change; null = all of them.</summary>
    public static OwnerId? OnlyOwner(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(OwnerClaim) is { } owner && OwnerId.TryParse(owner, out var id, out _) ? id : null;

    /// <summary>Whether this caller is bound to no owner.</summary>
    public static bool IsFree(this ClaimsPrincipal caller) => caller.FindFirst(OwnerClaim) is null;

    /// <summary>Whether this caller may see what belongs to an owner. What it may do with it is a matter of <see cref="Policies"/>.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="owner">Whose it is; null = the installation's, which is for those who are bound to no owner.</param>
    public static bool MaySee(this ClaimsPrincipal caller, OwnerId? owner) => caller.IsFree() || (owner is not null && caller.OnlyOwner() == owner);

    /// <summary>Whether it is a person whom a browser's cookie lets in.</summary>
    public static bool HasCookie(this ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;

    /// <summary>Somebody of whom nothing is known but the name, for the audit log.</summary>
    public static ClaimsPrincipal OfName(string name) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)]));

    /// <summary>What a caller may do, as claims.</summary>
    public static IEnumerable<Claim> Claims(UserRole role, OwnerId? owner)
    {
        yield return new Claim(ClaimTypes.Role, role.Spell());
        if (owner is not null)
            yield return new Claim(OwnerClaim, owner.Text);
    }

    /// <summary>What a caller may do, in words for the audit log.</summary>
    public static string Rights(UserRole role, OwnerId? owner) => owner is null ? role.Spell() : $"{role.Spell()}, owner {owner}";
}
