using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace UptimeSquirrel.Web.Access.Elsewhere;

internal static class ElsewhereWiring
{
    public static IServiceCollection AddElsewhere(this IServiceCollection services, OpenIdOptions options)
    {
        services.AddSingleton(options);
        if (options.IsUsed())
            services.AddAuthentication().AddOpenIdConnect(OpenIdConnectDefaults.AuthenticationScheme, openId => Set(openId, options));
        return services;
    }

    private static void Set(OpenIdConnectOptions openId, OpenIdOptions options)
    {
        openId.Authority = options.Authority;
        openId.ClientId = options.ClientId;
        openId.ClientSecret = options.ClientSecret.Length == 0 ? null : options.ClientSecret;
        openId.RequireHttpsMetadata = options.Authority.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        openId.SignInScheme = IdentityConstants.ExternalScheme;
        openId.CallbackPath = "/sign-in/elsewhere/answer";
        openId.ResponseType = OpenIdConnectResponseType.Code;

        // The answer comes as a link, not as a form of another site: the cookies that belong to it would not come along with that.
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.MapInboundClaims = false;
        openId.GetClaimsFromUserInfoEndpoint = false;
        openId.SaveTokens = false;
        openId.Scope.Add("email");
        openId.CorrelationCookie.SameSite = openId.NonceCookie.SameSite = SameSiteMode.Lax;
        openId.CorrelationCookie.SecurePolicy = openId.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        openId.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(Places.SignIn + "?done=elsewhere-failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
