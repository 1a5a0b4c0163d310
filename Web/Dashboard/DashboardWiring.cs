using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Language;
using UptimeSquirrel.Web.Dashboard.Live;
using UptimeSquirrel.Web.Dashboard.Shell;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard;

internal static partial class DashboardWiring
{
    // A list that somebody pasted comes in one message. The usual 32 kB would end the page over it without a word.
    private const int LongestMessage = 4 << 20;

    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        services.AddCascadingAuthenticationState().AddScoped<AuthenticationStateProvider, StillSignedIn>();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 4;
        });
        return services.AddScoped<Viewer>().AddScoped<FrontDesk>().AddScoped<ViewerNews>().AddScoped<LiveSource>();
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.MapAssets();
        app.MapLanguages();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().RequireAuthorization(Policies.Look);
    }

    private static void MapAssets(this WebApplication app)
    {
        var manifest = Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json");
        if (File.Exists(manifest))
            app.MapStaticAssets(manifest).AllowAnonymous();
        else
            LogNoAssets(app.Logger, manifest);
    }

    [LoggerMessage(4301, LogLevel.Warning, "{Manifest} is not there: the dashboard has neither scripts nor styles. It belongs to what was built or published")]
    private static partial void LogNoAssets(ILogger logger, string manifest);
}
