using Microsoft.AspNetCore.Builder;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Api.AuditLog;
using UptimeSquirrel.Web.Api.Cluster;
using UptimeSquirrel.Web.Api.Deliveries;
using UptimeSquirrel.Web.Api.Document;
using UptimeSquirrel.Web.Api.Events;
using UptimeSquirrel.Web.Api.History;
using UptimeSquirrel.Web.Api.Importing;
using UptimeSquirrel.Web.Api.Incidents;
using UptimeSquirrel.Web.Api.Keys;
using UptimeSquirrel.Web.Api.Maintenance;
using UptimeSquirrel.Web.Api.Owners;
using UptimeSquirrel.Web.Api.StatusPages;
using UptimeSquirrel.Web.Api.Users;
using UptimeSquirrel.Web.Api.Websites;

namespace UptimeSquirrel.Web.Api;

/// <summary>The HTTP API: one file of routes for each thing there is.</summary>
internal static class ApiRoutes
{
    /// <summary>Where it is.</summary>
    public const string Root = "/api/v1";

    public static void MapApi(this WebApplication app)
    {
        var looking = app.MapGroup(Root).RequireAuthorization(Policies.Look);
        var changing = app.MapGroup(Root).RequireAuthorization(Policies.Change);
        var administering = app.MapGroup(Root).RequireAuthorization(Policies.Administer);

        WebsiteRoutes.Map(looking, changing);
        HeartbeatRoutes.Map(changing);
        BulkRoutes.Map(looking, changing);
        ImportRoutes.Map(changing);
        HistoryRoutes.Map(looking);
        IncidentRoutes.Map(looking, changing);
        OwnerRoutes.Map(looking, changing);
        ChannelRoutes.Map(looking, changing);
        TemplateRoutes.Map(looking, changing);
        MaintenanceRoutes.Map(looking, changing);
        PageRoutes.Map(looking, changing);
        DeliveryRoutes.Map(looking);
        EventRoutes.Map(looking);
        ClusterRoutes.Map(administering);
        KeyRoutes.Map(administering);
        UserRoutes.Map(administering);
        AuditRoutes.Map(administering);

        DocumentRoutes.Map(app);
    }
}
