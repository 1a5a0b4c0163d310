using System.Security.Claims;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Access.Elsewhere;

/// <summary>What an account of an organisation is here.</summary>
internal static class ElsewhereRules
{
    private const string Anybody = "*";
    private static readonly string[] _nameClaims = ["preferred_username", ClaimTypes.Email, "email", ClaimTypes.Upn, "upn"];

    /// <summary>The highest role its claims give; null = it is not let in.</summary>
    public static UserRole? RoleOf(ClaimsPrincipal account, OpenIdOptions options)
    {
        var values = account.FindAll(options.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return values.Overlaps(options.Administrators) ? UserRole.Administrator
            : values.Overlaps(options.Editors) ? UserRole.Editor
            : values.Overlaps(options.Viewers) || options.Viewers.Contains(Anybody, StringComparer.Ordinal) ? UserRole.Viewer
            : null;
    }

    /// <summary>What it is called here when it comes for the first time; null when it has no name that can be one.</summary>
    public static string? NameOf(ClaimsPrincipal account) =>
        _nameClaims.Select(type => account.FindFirst(type)?.Value.Trim()).FirstOrDefault(UserKey.IsName);

    /// <summary>How it is known for good: names and addresses may go to somebody else, these two do not.</summary>
    public static string? LoginOf(ClaimsPrincipal account) =>
        (account.FindFirst("sub") ?? account.FindFirst(ClaimTypes.NameIdentifier)) is { } subject ? $"{subject.Issuer} {subject.Value}" : null;

    /// <summary>What is wrong with the settings, one sentence each.</summary>
    public static IEnumerable<string> Problems(OpenIdOptions options)
    {
        if (!options.IsUsed())
            yield break;
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield return "OpenId:Authority is not an https address; expected the address of the provider, such as https://login.example.org/realms/staff.";
        if (options.ClientId.Length == 0)
            yield return "OpenId:ClientId is empty; it must be set when OpenId:Authority is.";
        if (options.Administrators.Count + options.Editors.Count + options.Viewers.Count == 0)
            yield return "OpenId:Administrators, OpenId:Editors and OpenId:Viewers are all empty, so nobody would be let in; name the values of the claim that give each role.";
    }
}
