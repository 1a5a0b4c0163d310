using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Access.Accounts;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>
/// Refuses changes with a sign-in that was ended. Cookies are looked at once a minute, which is long enough to make oneself a new one, or a key: so before
/// anything is changed they are looked at once more.
/// </summary>
internal static class EndedSignIns
{
    public static void UseEndedSignInsRefused(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!MayChange(context) || await context.RequestServices.IsStillGoodAsync(context.User))
            await next(context);
        else
            await EndAsync(context);
    });

    // What is open to all is done in nobody's name. A tab that comes back changes nothing by that; what it does then is judged by the dashboard.
    private static bool MayChange(HttpContext context) =>
        !SafeMethods.AreUsedBy(context.Request) && context.User.HasCookie() && !OpenToAll.Is(context) && !context.Request.Path.StartsWithSegments("/_blazor");

    private static async Task EndAsync(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        if (Refusal.IsForPrograms(context.Request))
            await Refusal.NotSignedInAsync(context, hasShownKey: false);
        else
            context.Response.Redirect(Places.SignIn);
    }
}
