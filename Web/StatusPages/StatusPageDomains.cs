using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Web.StatusPages.Serving;

namespace UptimeSquirrel.Web.StatusPages;

/// <summary>The domain of a page shows this page at its root, and beside it nothing but what anybody may read: no sign-in, no API.</summary>
internal static class StatusPageDomains
{
    public static void UseStatusPageDomains(this IApplicationBuilder app)
    {
        var directory = app.ApplicationServices.GetRequiredService<PageDirectory>();
        app.Use(async (http, next) =>
        {
            // Only the page itself is worth waiting for: a silo that starts has to answer whether it lives.
            var isPage = http.Request.Path == "/";
            if (await directory.FindByDomainAsync(http.Request.Host.Host, mayWait: isPage) is not { } page)
                await next(http);
            else if (isPage)
                await StatusPageEndpoints.SendDomainAsync(http, page.Slug);
            else
                await PageAnswers.SayMissingAsync(http);
        });
    }
}
