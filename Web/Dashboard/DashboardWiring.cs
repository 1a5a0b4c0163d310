using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Language;
using UptimeSquirrel.Web.Dashboard.Live;
using UptimeSquirrel.Web.Dashboard.Shell;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard;

internal static class DashboardWiring
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddLanguages();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 4;
        });
        return services.AddScoped<Viewer>().AddScoped<FrontDesk>().AddScoped<ILiveSource, PolledSource>();
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapLanguages();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().RequireAuthorization(Policies.Look);
    }
}
