using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace UptimeSquirrel.Web.Dashboard.Language;

/// <summary>The languages of the dashboard. The browser says which; whoever wants another one is remembered by a cookie.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<CultureInfo> All = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("de")];

    private const string ChoicePath = "/language";

    /// <summary>Where a link goes that chooses a language and comes back.</summary>
    public static string ChoiceOf(CultureInfo language, string back) => $"{ChoicePath}?to={language.Name}&back={Uri.EscapeDataString(back)}";

    public static void MapLanguages(this IEndpointRouteBuilder routes) => routes.MapGet(ChoicePath, Choose).AllowAnonymous().ExcludeFromDescription();

    private static IResult Choose(HttpContext context, string? to, string? back)
    {
        if (All.FirstOrDefault(language => language.Name == to) is { } language)
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps });
        return Results.LocalRedirect(IsOurs(back) ? back! : "/");
    }

    // Nobody is to be led elsewhere through a link to us.
    private static bool IsOurs(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
