using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.Api.Answers;

namespace UptimeSquirrel.Web.Api;

/// <summary>Turns what goes wrong before or in a route into an answer that says so in a sentence.</summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    /// <summary>The largest body of a request, where a route does not say otherwise.</summary>
    public const long MostBytes = 1 << 20;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(ApiRoutes.Root))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostOf(context);
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            await Answer(e, MostOf(context)).ExecuteAsync(context);
            return;
        }

        if (!context.Response.HasStarted && context.Response is { ContentType: null, ContentLength: null, StatusCode: >= 400 and var status })
            await Bare(status, context.Request).ExecuteAsync(context);
    }

    private static long MostOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? MostBytes;

    private IResult Answer(Exception exception, long mostBytes)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem(StatusCodes.Status413PayloadTooLarge, "Too large.", $"The body of the request is too large: expected at most {(mostBytes > MostBytes ? $"{mostBytes >> 20} MB" : $"{mostBytes >> 10} kB")}.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return Problem(StatusCodes.Status415UnsupportedMediaType, "Not JSON.", "The body of the request is not said to be JSON: expected 'Content-Type: application/json'.");
            case BadHttpRequestException { InnerException: JsonException json }:
                return new Refused(JsonMistakes.FieldOf(json), JsonMistakes.Explain(json));
            case BadHttpRequestException bad:
                return Unbound(bad);
            default:
                LogFailed(exception);
                return Problem(
                    StatusCodes.Status503ServiceUnavailable, "Not now.",
                    "The cluster did not answer in time, or its database is away. Nothing may have been done, or all of it: what was asked for can be asked for again.");
        }
    }

    private static Refused Unbound(BadHttpRequestException bad)
    {
        var parameter = Parameter().Match(bad.Message);
        return parameter.Success
            ? new Refused(parameter.Groups["name"].Value, $"{Quote.Of(parameter.Groups["value"].Value)} cannot be read as what '{parameter.Groups["name"].Value}' takes.")
            : new Refused("request", bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase) ? "The request has no body: expected a JSON object." : "The request cannot be read.");
    }

    private static IResult Bare(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status404NotFound => Problem(status, "Not found.", $"There is nothing at {Quote.Of(request.Path.Value)}. {ApiRoutes.Root}/openapi.json names all there is."),
        StatusCodes.Status405MethodNotAllowed => Problem(status, "Not that way.", $"{Quote.Of(request.Path.Value)} does not take {Quote.Of(request.Method)}; the header Allow names what it takes."),
        StatusCodes.Status415UnsupportedMediaType => Problem(status, "Not JSON.", "The body of the request is not said to be JSON: expected 'Content-Type: application/json'."),
        _ => Problem(status, "Not done.", "The request cannot be answered."),
    };

    private static IResult Problem(int status, string title, string detail) => TypedResults.Problem(statusCode: status, title: title, detail: detail);

    [GeneratedRegex("parameter \"(?:[^\" ]+ )?(?<name>[^\" ]+)\" from \"(?<value>.*)\"", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [LoggerMessage(4192, LogLevel.Error, "A request to the API failed")]
    private partial void LogFailed(Exception exception);
}
