using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Guarding;
using UptimeSquirrel.Web.StatusPages.Rendering;
using UptimeSquirrel.Web.StatusPages.Serving;

namespace UptimeSquirrel.Web.StatusPages;

/// <summary>What anybody may read, without signing in: status pages, their feeds, and badges.</summary>
internal static partial class StatusPageEndpoints
{
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStatusPages(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/status/{slug}", (http, slug) => SendAsync(http, slug, page => page.Html));
        Map(routes, "/status/{slug}.json", (http, slug) => SendAsync(http, slug, page => page.Json));
        Map(routes, "/status/{slug}/feed.atom", (http, slug) => SendAsync(http, slug, page => page.Feed));
        Map(routes, "/status/{slug}/widget", SendWidgetAsync);
        routes.MapPost("/status/{slug}", (RequestDelegate)(http => EnterAsync(http, Value(http, "slug")))).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        SubscriberEndpoints.Map(routes);
        routes.MapMethods("/status/_/{asset}", _reading, (RequestDelegate)SendAssetAsync).AllowAnonymous().ShortCircuit();
        routes.MapMethods("/badge/{token}/{kind}.svg", _reading, (RequestDelegate)SendBadgeAsync).AllowAnonymous().ShortCircuit();
    }

    // Short-circuited: nobody has to sign in here, so nothing is looked up about who asks.
    private static void Map(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, string, Task> answer) =>
        routes.MapMethods(pattern, _reading, (RequestDelegate)(http => answer(http, Value(http, "slug")))).AllowAnonymous().ShortCircuit();

    private static async Task SendAsync(HttpContext http, string slug, Func<RenderedPage, Rendition> form)
    {
        if (await FindAsync(http, slug) is not { } page)
            return;
        var isPrivate = page.View.PasswordMark is not null;
        if (isPrivate && !http.RequestServices.GetRequiredService<PageDoor>().IsOpen(http, page.View))
            await PageDoor.AskAsync(http, page.View);
        else
            await PageAnswers.SendAsync(http, form(page), isPrivate);
    }

    private static async Task EnterAsync(HttpContext http, string slug)
    {
        if (await FindAsync(http, slug) is not { } page)
            return;
        try
        {
            await http.RequestServices.GetRequiredService<PageDoor>().EnterAsync(http, page.View);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogNotEntered(http.RequestServices.GetRequiredService<ILogger<PageDoor>>(), e, page.View.Slug);
            await PageAnswers.SayAwayAsync(http);
        }
    }

    private static async Task SendWidgetAsync(HttpContext http, string slug)
    {
        if (await FindAsync(http, slug) is not { } page)
            return;
        if (page.View is { Settings.Parts.Badges: true, PasswordMark: null })
            await PageAnswers.SendAsync(http, page.Widget, isPrivate: false, mayBeFramed: true);
        else
            await PageAnswers.SayMissingAsync(http);
    }

    private static async Task SendBadgeAsync(HttpContext http)
    {
        if (!BadgeRules.TryRead(Value(http, "token"), out var slug, out var key))
        {
            await PageAnswers.SayMissingAsync(http);
            return;
        }

        if (await FindAsync(http, slug!.Text) is not { } page)
            return;
        var window = http.Request.Query["window"].ToString() is { Length: > 0 } given ? given : "30d";
        if (page.Badge(key, Value(http, "kind"), window) is { } badge)
            await PageAnswers.SendAsync(http, badge, isPrivate: false, mayBeFramed: true);
        else
            await PageAnswers.SayMissingAsync(http);
    }

    private static Task SendAssetAsync(HttpContext http)
    {
        if (PageAssets.At(http.Request.Path.Value ?? "") is not { } asset)
            return PageAnswers.SayMissingAsync(http);
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = asset.Type;
        http.Response.ContentLength = asset.Content.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(asset.Content).AsTask();
    }

    // Answers itself when there is nothing to show.
    internal static async ValueTask<RenderedPage?> FindAsync(HttpContext http, string given)
    {
        try
        {
            if (StatusPageSlug.TryParse(given, out var slug, out _) && slug.Text == given && await http.RequestServices.GetRequiredService<PageCache>().GetAsync(slug) is { } page)
                return page;
            await PageAnswers.SayMissingAsync(http);
        }
        catch (TimeoutException)
        {
            await PageAnswers.SayAwayAsync(http);
        }

        return null;
    }

    internal static string Value(HttpContext http, string name) => http.Request.RouteValues[name] as string ?? "";

    [LoggerMessage(4212, LogLevel.Warning, "The password that somebody entered for the status page {Page} could not be looked at; they were told to try again")]
    private static partial void LogNotEntered(ILogger logger, Exception exception, StatusPageSlug page);
}
