using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.StatusPages.Serving;

namespace UptimeSquirrel.Web.StatusPages;

/// <summary>The domain of a page shows this page at its root, and beside it nothing but what anybody may read: no sign-in, no API.</summary>
internal static class StatusPageDomains
{
    private static readonly PathString[] _open = ["/status", "/badge"];

    /// <summary>Looks at the domain, and then finds the endpoint: at the root of a domain that is another one.</summary>
    public static void UseStatusPageDomains(this IApplicationBuilder app)
    {
        var directory = app.ApplicationServices.GetRequiredService<PageDirectory>();
        app.Use(async (http, next) =>
        {
            // Only the page itself is worth waiting for: a silo that starts has to answer whether it lives.
            var isRoot = http.Request.Path == "/";
            var page = await directory.FindByDomainAsync(http.Request.Host.Host, mayWait: isRoot);
            if (page is not null && !isRoot && !_open.Any(open => http.Request.Path.StartsWithSegments(open, StringComparison.Ordinal)))
            {
                await PageAnswers.SayMissingAsync(http);
                return;
            }

            if (page is not null && isRoot)
                http.Request.Path = PathOf(page.Slug);
            await next(http);
        });
        app.UseRouting();
    }

    /// <summary>Where a page is for somebody who called this silo by a host.</summary>
    public static string AddressOf(StatusPageView page, HostString host) =>
        string.Equals(page.Settings.Domain, host.Host, StringComparison.OrdinalIgnoreCase) ? "/" : PathOf(page.Slug);

    private static string PathOf(StatusPageSlug slug) => $"/status/{slug}";
}
