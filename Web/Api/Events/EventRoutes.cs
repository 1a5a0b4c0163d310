using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Live;

namespace UptimeSquirrel.Web.Api.Events;

internal static class EventRoutes
{
    // Shorter than what proxies take for a connection that nobody uses.
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder looking) =>
        looking.MapGet("/events", Listen).WithTags("Events").WithName("listenToEvents").WithSummary("Tells what happens to websites as it happens (server-sent events).")
            .WithDescription(
                "`ready` comes first: what was read before may be old. `standing`, `settings` and `removed` say what happened to a website, about half a second later. " +
                "`missed` says that something was: read again. `ping` comes in silence. `Last-Event-ID` goes on from there, as far as it is still known. " +
                "It ends within 20 seconds when the key is revoked or the sign-in ended.")
            .Produces<EventView>(StatusCodes.Status200OK, "text/event-stream");

    private static Results<ServerSentEventsResult<EventView>, TooMany> Listen(
        [AsParameters] Call call, LiveHub hub, StillLetIn door, TimeProvider clock, IHostApplicationLifetime life,
        [FromHeader(Name = "Last-Event-ID"), Description("The id of the last event that was received.")] string? lastEventId,
        CancellationToken cancellationToken)
    {
        if (!call.TryNarrow(null, out var only) || !hub.HasRoom)
            return new TooMany("Too many look at this silo already. Try again later, or another silo.");
        var news = hub.WatchAsync(only, lastEventId, cancellationToken);
        return TypedResults.ServerSentEvents(TellAsync(news, door, call.User, clock, life.ApplicationStopping, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<EventView>> TellAsync(
        IAsyncEnumerable<LiveMessage> news, StillLetIn door, ClaimsPrincipal caller, TimeProvider clock, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        await using var messages = news.GetAsyncEnumerator(ending.Token);
        var watching = EndWhenTurnedAwayAsync(door, caller, ending);
        try
        {
            while (true)
            {
                var next = NextAsync(messages);
                while (!await IsHereAsync(next, clock))
                    yield return new SseItem<EventView>(new EventView(), "ping");
                if (await next is not { } message)
                    yield break;
                yield return ItemOf(message);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await watching;
        }
    }

    private static SseItem<EventView> ItemOf(LiveMessage message) => message.Sign switch
    {
        LiveSign.Listening => new SseItem<EventView>(new EventView(), "ready"),
        LiveSign.Missed => new SseItem<EventView>(new EventView(), "missed"),
        _ => new SseItem<EventView>(EventView.Of(message.News!), Reading.Words.Of(message.News!.Kind)) { EventId = message.Id },
    };

    // Whoever was let in once is not let in for ever: a key is revoked, somebody is shut out.
    private static async Task EndWhenTurnedAwayAsync(StillLetIn door, ClaimsPrincipal caller, CancellationTokenSource ending)
    {
        try
        {
            await door.UntilTurnedAwayAsync(caller, ending.Token);
            await ending.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // They have stopped listening.
        }
    }

    // A message that is here needs no timer, and one that comes leaves none behind.
    private static async ValueTask<bool> IsHereAsync(Task next, TimeProvider clock)
    {
        if (next.IsCompleted)
            return true;
        using var waiting = new CancellationTokenSource();
        var isHere = await Task.WhenAny(next, Task.Delay(_silence, clock, waiting.Token)) == next;
        await waiting.CancelAsync();
        return isHere;
    }

    private static async Task<LiveMessage?> NextAsync(IAsyncEnumerator<LiveMessage> messages)
    {
        try
        {
            return await messages.MoveNextAsync() ? messages.Current : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
