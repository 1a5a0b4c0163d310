using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Web.Access;

namespace UptimeSquirrel.Web;

/// <summary>Everything people and programs reach over HTTP, apart from health, heartbeats and the links in mails.</summary>
public static class UptimeWeb
{
    /// <summary>Adds what <see cref="MapUptimeWeb"/> needs; the host brings an <see cref="IGrainFactory"/>.</summary>
    public static IServiceCollection AddUptimeWeb(this IServiceCollection services) => services.AddAccess();

    /// <summary>Puts the HTTP API, the dashboard and the status pages into a host.</summary>
    public static void MapUptimeWeb(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
