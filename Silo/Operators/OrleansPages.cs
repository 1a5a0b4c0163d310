using Orleans.Dashboard;
using UptimeSquirrel.Web;

namespace UptimeSquirrel.Silo.Operators;

/// <summary>The dashboard that comes with Orleans, for administrators: which grains there are, what is asked of them, and how fast they answer.</summary>
internal static class OrleansPages
{
    private const string Place = "/orleans";

    // The first reads the whole table of reminders, a row for each website, into one grain. The other shows what grains remember: sealed secrets and hashes of passwords, too.
    private static readonly string[] _closed = ["/Reminders", "/GrainState"];

    public static void AddOrleansPages(this ISiloBuilder silo)
    {
        // The trace would send the whole log of a silo to the browser.
        silo.AddDashboard(options => (options.HideTrace, options.CounterUpdateIntervalMs) = (true, 2000));
        silo.Services.AddSingleton(new OperatorPage("Orleans", Place));
    }

    public static void MapOrleansPages(this WebApplication app) => app.MapOrleansDashboard(Place)
        .RequireAuthorization(UptimeWeb.Administrators)
        .ExcludeFromDescription()
        .AddEndpointFilter(async (call, next) => IsClosed(call.HttpContext.Request.Path) ? Refuse() : await next(call));

    private static bool IsClosed(PathString path) => _closed.Any(closed => path.StartsWithSegments(Place + closed));

    private static IResult Refuse() => Results.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "Not shown.",
        detail: "Reminders and the state of grains are not shown here: the first would read a row for each website, the other holds secrets.");
}
