using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.Access.Keys;

/// <summary>Lets programs in that show a key: <c>Authorization: Bearer usq_…</c>.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyBook book)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";
    private const string Prefix = "Bearer ";

    /// <summary>Whether a request shows a key, good or not.</summary>
    public static bool IsShown(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsShown(Request))
            return AuthenticateResult.NoResult();
        if (await book.FindAsync(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim()) is not { } key)
            return AuthenticateResult.Fail("The key is not known, or has expired.");
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, Caller.KeyPrefix + key.Id), new Claim(ClaimTypes.Name, Caller.KeyPrefix + key.Name), .. Caller.Claims(key.Role, key.Owner)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusal.NotSignedInAsync(Context, hasShownKey: true);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.NotAllowedAsync(Context);
}
