using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using UptimeSquirrel.Repeating;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Api.Answers;

namespace UptimeSquirrel.Web.Api.Idempotency;

/// <summary>Does what a POST with an <c>Idempotency-Key</c> asks for once, however often it comes, and whichever silo it comes to.</summary>
internal sealed class Repetition(RequestDelegate next, IGrainFactory grains)
{
    /// <summary>The header that names a request.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments(ApiRoutes.Root) ||
            !context.Request.Headers.TryGetValue(Header, out var keys))
        {
            await next(context);
            return;
        }

        var key = keys.ToString();
        if (key.Length is 0 or > LongestKey || !key.All(c => c is > ' ' and <= '~'))
            await new Refused(Header, $"The key cannot be taken: expected 1 to {LongestKey} letters, digits and signs of ASCII without blanks.").ExecuteAsync(context);
        else if (context.GetEndpoint()?.Metadata.GetMetadata<UnkeptAnswer>() is { } unkept)
            await new Refused(Header, unkept.Why).ExecuteAsync(context);
        else
            await DoOnceAsync(context, key);
    }

    private async Task DoOnceAsync(HttpContext context, string key)
    {
        var grain = grains.GetGrain<IAnswerGrain>("answer:" + Hash($"{context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.Named()}\n{context.User.OnlyOwner()}\n{key}"));
        var start = await grain.BeginAsync(await FingerprintAsync(context.Request));
        switch (start.Stage)
        {
            case AnswerStage.Known:
                await GiveAgainAsync(context.Response, start.Answer!);
                break;
            case AnswerStage.UnderWay:
                await new Clash("A request with this Idempotency-Key is being answered at this moment: ask again in a few seconds.").ExecuteAsync(context);
                break;
            case AnswerStage.Another:
                await TypedResults.Problem(
                    statusCode: StatusCodes.Status422UnprocessableEntity, title: "Another request.",
                    detail: "This Idempotency-Key was used for another request: expected a new one.").ExecuteAsync(context);
                break;
            default:
                await DoAsync(context, grain);
                break;
        }
    }

    private async Task DoAsync(HttpContext context, IAnswerGrain grain)
    {
        var response = context.Response;
        var (body, kept) = (response.Body, new MemoryStream());
        response.Body = kept;
        try
        {
            await next(context);
        }
        catch
        {
            await grain.GiveUpAsync();
            throw;
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode is >= 500 or StatusCodes.Status429TooManyRequests or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            await grain.GiveUpAsync();
        else
            await grain.FinishAsync(new KeptAnswer(
                response.StatusCode, response.ContentType, Given(response.Headers.Location), Given(response.Headers.ETag), Encoding.UTF8.GetString(kept.ToArray())));
        kept.Position = 0;
        await kept.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task GiveAgainAsync(HttpResponse response, KeptAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.Headers["Idempotency-Replayed"] = "true";
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        if (answer.ETag is not null)
            response.Headers.ETag = answer.ETag;
        if (answer.Body.Length > 0)
            await response.WriteAsync(answer.Body);
    }

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var body = await SHA256.HashDataAsync(request.Body);
        request.Body.Position = 0;
        return Hash($"{request.Path}{request.QueryString}\n{Convert.ToHexStringLower(body)}");
    }

    private static string? Given(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Marks a route whose answer is not kept, so that it cannot be given again.</summary>
/// <param name="Why">What is said to whoever sends a key all the same.</param>
internal sealed record UnkeptAnswer(string Why)
{
    /// <summary>An answer that holds a secret.</summary>
    public static UnkeptAnswer Secret { get; } = new("The answer holds a secret that is not kept, so it cannot be given again: send this request without a key.");
}
