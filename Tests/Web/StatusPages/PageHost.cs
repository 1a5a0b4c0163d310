using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.StatusPages;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>Serves status pages from a cluster over a real socket, with the clock of the test.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageHost(WebApplication app) => _app = app;

    /// <summary>A browser without memory: no redirects, no cookies, nothing unpacked.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public static async Task<PageHost> StartAsync(IGrainFactory grains, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(grains).AddSingleton(clock).AddStatusPages().AddDataProtection().UseEphemeralDataProtectionProvider();
        var app = builder.Build();
        app.UseStatusPageDomains();
        app.MapStatusPages();
        app.MapGet("/", () => "dashboard");
        app.MapGet("/sign-in", () => "sign in");
        await app.StartAsync();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None };
        return new PageHost(app) { Browser = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    /// <summary>One request, with headers written as <c>Name: value</c>.</summary>
    public Task<HttpResponseMessage> AskAsync(string path, params string[] headers) => AskAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, HttpContent? content, params string[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        return Browser.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }
}
