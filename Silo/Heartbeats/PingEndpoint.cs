using Microsoft.AspNetCore.Http.Features;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Silo.Heartbeats;

/// <summary>
/// Where jobs call: <c>/ping/{token}</c> when they have done their work, <c>/ping/{token}/fail</c> when they have failed. With GET, HEAD or
/// POST, without signing in: the token is what nobody else knows. What they send along is not read.
/// </summary>
internal static partial class PingEndpoint
{
    // Longer than a write to a slow database takes, shorter than people's scripts wait.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private const int LargestBody = 16 * 1024;
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void MapPings(this WebApplication app)
    {
        var limit = new PingLimit(TimeProvider.System);
        app.MapMethods("/ping/{token}", _methods, context => HearAsync(context, HeartbeatCall.Done, limit)).AllowAnonymous();
        app.MapMethods("/ping/{token}/fail", _methods, context => HearAsync(context, HeartbeatCall.Failed, limit)).AllowAnonymous();
    }

    private static async Task HearAsync(HttpContext context, HeartbeatCall call, PingLimit limit)
    {
        // The body of a request that nobody reads is drained by the server, so that the connection can be used again: not without end.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = LargestBody;
        context.Response.Headers.CacheControl = "no-store";
        var caller = context.Connection.RemoteIpAddress;
        if (!HeartbeatToken.TryParse(context.Request.RouteValues["token"] as string, out var read) || read is not { } token)
            await SayAsync(context, StatusCodes.Status404NotFound, "No heartbeat has this token.");
        else if (!limit.MayAsk(caller, token.Website))
            await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "Too many calls with unknown tokens came from this address: try again in a minute.");
        else
            await HearAsync(context, call, limit, token);
    }

    private static async Task HearAsync(HttpContext context, HeartbeatCall call, PingLimit limit, HeartbeatToken token)
    {
        var grains = context.RequestServices.GetRequiredService<IGrainFactory>();
        try
        {
            var isHeard = await grains.GetGrain<IHeartbeatGrain>(token.Website.Value).HearAsync(token.Secret, call).WaitAsync(_patience, context.RequestAborted);
            limit.Note(context.Connection.RemoteIpAddress, token.Website, isHeard);
            await SayAsync(context, isHeard ? StatusCodes.Status200OK : StatusCodes.Status404NotFound, isHeard ? "OK" : "No heartbeat has this token.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever called has gone; what it said is being written down.
        }
        catch (Exception e)
        {
            LogNotHeard(context.RequestServices.GetRequiredService<ILogger<PingLimit>>(), e, token.Website);
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "The call could not be written down: try again in a few seconds.");
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.Headers.RetryAfter = status == StatusCodes.Status429TooManyRequests ? "60" : "5";
        return SayAsync(context, status, text);
    }

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }

    [LoggerMessage(1220, LogLevel.Warning, "A call to the heartbeat {Website} could not be written down; the job was told to try again")]
    private static partial void LogNotHeard(ILogger logger, Exception exception, WebsiteId website);
}
