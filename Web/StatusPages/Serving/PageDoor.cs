using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Guarding;
using UptimeSquirrel.Web.StatusPages.Rendering;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>Lets those in who know the password of a page: with a cookie that is good until the password is another, for 30 days at most.</summary>
internal sealed class PageDoor(IGrainFactory grains, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan _goodFor = TimeSpan.FromDays(30);

    // Made when it is first needed: the keys are in the database.
    private readonly Lazy<IDataProtector> _protector = new(() => protection.CreateProtector("UptimeSquirrel.StatusPages.v1"));

    /// <summary>Whether whoever asks may see the page.</summary>
    public bool IsOpen(HttpContext http, StatusPageView view) =>
        view.PasswordMark is not { } mark || (http.Request.Cookies[CookieName(view.Slug)] is { } cookie && IsGood(cookie, view.Slug, mark));

    /// <summary>Shows where to enter the password.</summary>
    public static Task AskAsync(HttpContext http, StatusPageView view) => AskAsync(http, view, problem: null);

    /// <summary>Looks at the password that was entered.</summary>
    public async Task EnterAsync(HttpContext http, StatusPageView view)
    {
        if (await PageForm.ReadAsync(http) is not { } form)
            return;
        var network = AttemptLimit.NetworkOf(http.Connection.RemoteIpAddress);
        var answer = await grains.GetGrain<IStatusPageGrain>(view.Slug.GrainKey).TryPasswordAsync(form["password"].ToString(), network);
        if (answer is { IsRight: true, Mark: { } mark })
        {
            http.Response.Cookies.Append(CookieName(view.Slug), Write(view.Slug, mark), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                Path = "/",
                MaxAge = _goodFor,
                IsEssential = true,
            });
            http.Response.Headers.CacheControl = "no-store";
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = StatusPageDomains.AddressOf(view, http.Request.Host);
            return;
        }

        var words = PageText.Of(view.Settings).Words;
        await AskAsync(http, view, answer.IsTooOften ? words.PasswordTooOften : words.PasswordWrong);
    }

    private static Task AskAsync(HttpContext http, StatusPageView view, string? problem) =>
        PageAnswers.SendOnceAsync(http, StatusCodes.Status403Forbidden, "text/html; charset=utf-8", PageHtml.WriteDoor(view.Settings, problem));

    private static string CookieName(StatusPageSlug slug) => $"squirrel-page-{slug}";

    private string Write(StatusPageSlug slug, string mark) => _protector.Value.Protect($"{slug}\n{mark}\n{(clock.GetUtcNow() + _goodFor).ToUnixTimeSeconds()}");

    private bool IsGood(string cookie, StatusPageSlug slug, string mark)
    {
        try
        {
            return _protector.Value.Unprotect(cookie).Split('\n') is [var page, var known, var until] &&
                   page == slug.Text && known == mark && long.TryParse(until, out var seconds) && seconds > clock.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
