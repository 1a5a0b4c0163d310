using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Keys;
using UptimeSquirrel.Web.Access.SetUp;
using UptimeSquirrel.Web.Access.SigningIn;
using UptimeSquirrel.Web.Access.Users;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.Access;

internal static class AccessWiring
{
    // What a request shows decides how it is judged: a key, or else a cookie.
    private const string EitherScheme = "cookie-or-key";

    // What routing calls the answer to a method that nothing at this address takes. To sign in would not help.
    private const string WrongMethod = "405 HTTP Method Not Supported";

    // How long a sign-in that was ended elsewhere may go on here.
    private static readonly TimeSpan _validateEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _invitedFor = TimeSpan.FromDays(3);
    private static readonly TimeSpan _signedInFor = TimeSpan.FromDays(14);

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = context =>
                KeyAuthentication.IsShown(context.Request) ? KeyAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(SetApplicationCookie);
                cookies.TwoFactorUserIdCookie!.Configure(cookie => SetCookie(cookie.Cookie, "uptime.code"));
                cookies.TwoFactorRememberMeCookie!.Configure(cookie => SetCookie(cookie.Cookie, "uptime.known"));
                cookies.ExternalCookie!.Configure(cookie => SetCookie(cookie.Cookie, "uptime.elsewhere"));
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Look, policy => policy.RequireRole(Roles.Viewer, Roles.Editor, Roles.Administrator))
            .AddPolicy(Policies.Change, policy => policy.RequireRole(Roles.Editor, Roles.Administrator))
            .AddPolicy(Policies.Administer, policy => policy.RequireRole(Roles.Administrator).RequireAssertion(context => context.User.IsFree()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services.AddAccounts()
            .AddSingleton<KeyBook>()
            .AddSingleton<StillLetIn>()
            .AddScoped<KeyDesk>()
            .AddScoped<UserDesk>()
            .AddScoped<Welcoming>()
            .AddSingleton<PasswordTimer>()
            .AddSingleton<SetUpLink>();
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Password.RequiredLength = PasswordRules.Shortest;
                identity.Password.RequiredUniqueChars = PasswordRules.FewestDifferent;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);

                // Which names there may be is said by UserKey.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountPrincipal>()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<AccountSecrets>();
        services.Configure<IdentityPasskeyOptions>(passkey => passkey.UserVerificationRequirement = passkey.ResidentKeyRequirement = "required");
        services.Configure<DataProtectionTokenProviderOptions>(link => link.TokenLifespan = _invitedFor);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = _validateEvery);
        return services;
    }

    private static void SetApplicationCookie(CookieAuthenticationOptions cookie)
    {
        SetCookie(cookie.Cookie, "uptime.session");
        cookie.ExpireTimeSpan = _signedInFor;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = Places.SignIn;
        cookie.ReturnUrlParameter = "return";
        cookie.Events.OnRedirectToLogin = context => Answer(context, () => Refusal.NotSignedInAsync(context.HttpContext, hasShownKey: false));
        cookie.Events.OnRedirectToAccessDenied = context => Refusal.NotAllowedAsync(context.HttpContext);
    }

    // A link in a mail leads here from elsewhere, so the cookie must come along with it; with a form or a script from elsewhere it does not.
    private static void SetCookie(CookieBuilder cookie, string name) =>
        (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = (name, true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, Func<Task> refuse)
    {
        if (Refusal.IsForPrograms(context.Request))
            return refuse();
        if (context.HttpContext.GetEndpoint()?.DisplayName == WrongMethod)
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
