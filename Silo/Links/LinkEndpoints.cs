using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Silo.Links;

/// <summary>
/// <c>/act/…</c>: what a link in a mail leads to. To fetch it changes nothing, since mail scanners fetch every link; the button on the page does.
/// </summary>
internal static partial class LinkEndpoints
{
    private const string Route = "/act/{token}";
    private static readonly TimeSpan _muteFor = TimeSpan.FromHours(2);

    public static void MapUptimeLinks(this WebApplication app)
    {
        app.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string token) => AnswerAsync(http, token, isOrder: false)).AllowAnonymous();
        app.MapPost(Route, (HttpContext http, string token) => AnswerAsync(http, token, isOrder: true)).AllowAnonymous();
    }

    private static async Task AnswerAsync(HttpContext http, string token, bool isOrder)
    {
        var page = await AnswerAsync(http.RequestServices, token, isOrder);
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        await http.Response.WriteAsync(LinkPage.Write(page), http.RequestAborted);
    }

    private static async Task<LinkPage> AnswerAsync(IServiceProvider services, string token, bool isOrder)
    {
        try
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (services.GetRequiredService<IActionLinks>().Read(token) is not { } order || !WebsiteId.TryFromIncident(order.Incident, out var website))
                return LinkPage.Foreign;
            if (order.Expires <= now)
                return LinkPage.Expired(order);
            var grains = services.GetRequiredService<IGrainFactory>();
            if (await grains.GetGrain<IWebsiteGrain>(website.Value).GetStatusAsync() is not { } status)
                return LinkPage.Over;
            var owner = grains.GetGrain<IOwnerNotificationGrain>(status.Owner.GrainKey);
            var open = isOrder ? await ObeyAsync(owner, website, order, now) : await owner.GetIncidentAsync(website, order.Incident);
            return open is null ? LinkPage.Over : isOrder ? LinkPage.Done(order, open) : LinkPage.Ask(order, open);
        }
        catch (Exception e)
        {
            LogNotDone(services.GetRequiredService<ILogger<LinkPage>>(), e);
            return LinkPage.Unreachable;
        }
    }

    private static Task<OpenIncident?> ObeyAsync(IOwnerNotificationGrain owner, WebsiteId website, LinkOrder order, DateTimeOffset now) =>
        order.Action == LinkAction.Acknowledge
            ? owner.AcknowledgeAsync(website, order.Incident, order.By, note: null)
            : owner.MuteAsync(website, order.Incident, now + _muteFor);

    [LoggerMessage(2224, LogLevel.Warning, "What a link in a mail asks for could not be done; the page says so")]
    private static partial void LogNotDone(ILogger logger, Exception exception);
}
