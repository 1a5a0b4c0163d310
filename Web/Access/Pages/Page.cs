using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.Access.Pages;

/// <summary>Answers with a page that is rendered here and wants no script.</summary>
internal static class Page
{
    public static IResult Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new Strict(parameters is null ? new RazorComponentResult<TPage> { StatusCode = status } : new RazorComponentResult<TPage>(parameters) { StatusCode = status });

    private sealed class Strict(IResult page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = ContentPolicy.Plain;
            // Last, since a page with a form sets its own.
            httpContext.Response.OnStarting(() =>
            {
                httpContext.Response.Headers.TryAdd("Cache-Control", "no-store");
                return Task.CompletedTask;
            });
            return page.ExecuteAsync(httpContext);
        }
    }
}
