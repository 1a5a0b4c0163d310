using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>Goes to every address the running program answers at, without having signed in.</summary>
public sealed class OpenDoorsTests(WebHouse house)
{
    // Whoever adds to this list opens a door to everybody: say why here.
    private static readonly string[] _open =
    [
        "/livez", "/readyz",                        // for what keeps the program running
        "/ping/{token}", "/ping/{token}/fail",      // jobs call; the token is the secret
        "/act/{token}",                             // links in mails; the token is signed
        "/assets/",                                 // how the pages before sign-in look
        "/sign-in", "/setup/{token}",
        "/invitation",                              // where somebody who was invited chooses a password; the token is signed
        "/status/", "/badge/",                      // made for the public; what they may tell is decided in Grains/StatusPages/PageViewRules
        "/_content/", "/_framework/", "/UptimeSquirrel.", // scripts and styles of the dashboard, the same in every installation
        "/api/reference/scalar.", "/api/reference/favicon.svg", // scripts of the page that shows the API, the same in every installation; the page asks for a sign-in
        "/language",                                // remembers a choice in the browser
    ];

    [Fact]
    public async Task Nothing_else_answers_who_has_not_signed_in()
    {
        var app = await house.AppAsync();
        using var stranger = await house.StrangerAsync();
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToArray();
        endpoints.Length.ShouldBeGreaterThan(8);

        var answered = new List<string>();
        foreach (var endpoint in endpoints.Where(endpoint => !IsOpen(endpoint.RoutePattern)))
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), PathOf(endpoint.RoutePattern));
                using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);
                if (!IsRefusal(answer))
                    answered.Add($"{method} {endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
            }

        answered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/of/that/name")]
    [InlineData("/api/v1/nothing")]
    public async Task Not_even_what_is_missing_is_told_to_strangers(string path)
    {
        using var stranger = await house.StrangerAsync();
        using var answer = await stranger.Http.GetAsync(path, TestContext.Current.CancellationToken);

        IsRefusal(answer).ShouldBeTrue();
    }

    private static bool IsOpen(RoutePattern pattern) => _open.Any(open => PathText(pattern).StartsWith(open, StringComparison.Ordinal));

    private static bool IsRefusal(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized || (answer.StatusCode is HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "x"))));

    private static string PathText(RoutePattern pattern) => "/" + (pattern.RawText ?? "").TrimStart('/');
}
