using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Guarding;
using UptimeSquirrel.Web.StatusPages.Rendering;
using UptimeSquirrel.Web.StatusPages.Serving;

namespace UptimeSquirrel.Web.StatusPages;

/// <summary>How visitors subscribe to mails, and end that.</summary>
/// <remarks>
/// The form needs no token: a page that is cached cannot hold one, and all that a forged one could do is send a mail that asks. The links in
/// mails are their own proof; ending a subscription by one click comes from a mail program and has no origin.
/// </remarks>
internal static partial class SubscriberEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "/status/{slug}/subscribe", AskAsync);
        Get(routes, "/status/{slug}/confirm/{token}", (view, words) => SubscribeHtml.WriteSentence(view, words.ConfirmAsk, words.ConfirmButton));
        Post(routes, "/status/{slug}/confirm/{token}", (http, page) => ObeyAsync(http, page, grain => grain.ConfirmAsync(Token(http)), words => words.ConfirmDone));
        Get(routes, "/status/{slug}/leave/{token}", (view, words) => SubscribeHtml.WriteSentence(view, words.LeaveAsk, words.LeaveButton));
        Post(routes, "/status/{slug}/leave/{token}", (http, page) => ObeyAsync(http, page, grain => grain.LeaveAsync(Token(http)), words => words.LeaveDone));
    }

    private static async Task AskAsync(HttpContext http, RenderedPage page)
    {
        var view = page.View;
        var words = Words.PageWords.Of(view.Settings.Language);
        if (!view.TakesSubscribers || !http.RequestServices.GetRequiredService<PageDoor>().IsOpen(http, view))
        {
            await PageAnswers.SayMissingAsync(http);
            return;
        }

        if (await PageForm.ReadAsync(http) is not { } form)
            return;
        if (!EmailAddress.TryParse(form["address"].ToString(), out var address, out _))
        {
            await ShowAsync(http, StatusCodes.Status400BadRequest, SubscribeHtml.WriteForm(view, words.NotAnAddress));
            return;
        }

        await Grain(http, view).AskAsync(address);
        await ShowAsync(http, StatusCodes.Status200OK, SubscribeHtml.WriteSentence(view, words.MailIsOnItsWay, button: null));
    }

    private static async Task ObeyAsync(HttpContext http, RenderedPage page, Func<IPageSubscribersGrain, Task<bool>> ask, Func<Words.PageWords, string> done)
    {
        var words = Words.PageWords.Of(page.View.Settings.Language);
        if (await ask(Grain(http, page.View)))
            await ShowAsync(http, StatusCodes.Status200OK, SubscribeHtml.WriteSentence(page.View, done(words), button: null));
        else
            await ShowAsync(http, StatusCodes.Status400BadRequest, SubscribeHtml.WriteSentence(page.View, words.LinkForeign, button: null));
    }

    private static void Get(IEndpointRouteBuilder routes, string pattern, Func<StatusPageView, Words.PageWords, string> write) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(async http =>
        {
            if (await StatusPageEndpoints.FindAsync(http, StatusPageEndpoints.Value(http, "slug")) is { } page)
                await ShowAsync(http, StatusCodes.Status200OK, write(page.View, Words.PageWords.Of(page.View.Settings.Language)));
        })).AllowAnonymous().ShortCircuit();

    private static void Post(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, RenderedPage, Task> answer) =>
        routes.MapPost(pattern, (RequestDelegate)(async http =>
        {
            if (await StatusPageEndpoints.FindAsync(http, StatusPageEndpoints.Value(http, "slug")) is not { } page)
                return;
            try
            {
                await answer(http, page);
            }
            catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
            {
                LogNotDone(http.RequestServices.GetRequiredService<ILogger<PageCache>>(), e, page.View.Slug);
                await PageAnswers.SayAwayAsync(http);
            }
        })).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);

    private static Task ShowAsync(HttpContext http, int status, string html) => PageAnswers.SendOnceAsync(http, status, "text/html; charset=utf-8", html);

    private static IPageSubscribersGrain Grain(HttpContext http, StatusPageView view) =>
        http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IPageSubscribersGrain>(view.Slug.GrainKey);

    private static string Token(HttpContext http) => StatusPageEndpoints.Value(http, "token");

    [LoggerMessage(4213, LogLevel.Warning, "What a visitor of the status page {Page} asked for about mails could not be done; they were told to try again")]
    private static partial void LogNotDone(ILogger logger, Exception exception, StatusPageSlug page);
}
