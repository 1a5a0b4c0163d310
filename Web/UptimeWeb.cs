using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Access.Elsewhere;
using UptimeSquirrel.Web.Access.Keys;
using UptimeSquirrel.Web.Access.OwnAccount;
using UptimeSquirrel.Web.Access.Passkeys;
using UptimeSquirrel.Web.Access.SetUp;
using UptimeSquirrel.Web.Access.SigningIn;
using UptimeSquirrel.Web.Access.Users;
using UptimeSquirrel.Web.Api;
using UptimeSquirrel.Web.Api.Idempotency;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Dashboard;
using UptimeSquirrel.Web.Guarding;
using UptimeSquirrel.Web.Layout;
using UptimeSquirrel.Web.Live;
using UptimeSquirrel.Web.StatusPages;

namespace UptimeSquirrel.Web;

/// <summary>Everything people and programs reach over HTTP, apart from health, heartbeats and the links in mails.</summary>
public static class UptimeWeb
{
    /// <summary>The policy of pages that are for administrators.</summary>
    public const string Administrators = Policies.Administer;

    private static readonly string[] _languages = ["en", "de"];

    /// <summary>Adds what <see cref="MapUptimeWeb"/> needs; the host brings an <see cref="IGrainFactory"/> and the keys of data protection.</summary>
    public static IServiceCollection AddUptimeWeb(this IServiceCollection services, WebOptions options, OpenIdOptions? openId = null)
    {
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddAntiforgery(antiforgery => (antiforgery.Cookie.Name, antiforgery.Cookie.SameSite, antiforgery.Cookie.SecurePolicy) =
            ("uptime.form", SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest));
        services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, options.TrustedProxies));
        services.AddAttemptLimit(options.AttemptsPerMinute);
        return services.AddSingleton<IAudit, Audit>()
            .AddAccess()
            .AddElsewhere(openId ?? new OpenIdOptions())
            .AddStatusPages()
            .AddDashboard()
            .AddApi()
            .AddSingleton<LiveHub>()
            .AddHostedService(provider => provider.GetRequiredService<LiveHub>());
    }

    /// <summary>What is wrong with the settings, one sentence each.</summary>
    public static IEnumerable<string> FindProblems(OpenIdOptions openId) => ElsewhereRules.Problems(openId);

    /// <summary>Puts the HTTP API, the dashboard and the status pages into a host.</summary>
    public static void MapUptimeWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseStatusPageDomains();
        app.UseSecurityHeaders();
        app.UseWhen(context => !Refusal.IsForPrograms(context.Request), pages => pages.UseRequestLocalization(languages =>
            languages.SetDefaultCulture(_languages[0]).AddSupportedCultures(_languages).AddSupportedUICultures(_languages)));
        app.UseMiddleware<ApiErrors>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseForeignFormsRefused();
        app.UseEndedSignInsRefused();
        app.UseAntiforgery();
        app.UseMiddleware<Repetition>();

        app.MapPlainAssets();
        app.MapSetUp();
        app.MapSignIn();
        if (app.Services.GetRequiredService<OpenIdOptions>().IsUsed())
            app.MapElsewhere();
        app.MapOwnAccount();
        app.MapPasskeys();
        app.MapInvitations();
        app.MapUsers();
        app.MapKeys();
        app.MapAudit();
        app.MapStatusPages();
        app.MapApi();
        app.MapDashboard();
    }

    private static void Trust(ForwardedHeadersOptions forwarded, IReadOnlyList<string> proxies)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in proxies)
            forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        forwarded.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

        // As many proxies in a row as are trusted.
        forwarded.ForwardLimit = null;
    }
}
