using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Idempotency;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Web.Importing;

namespace UptimeSquirrel.Web.Api.Importing;

/// <summary>A list of another monitor, or of our own, taken in over HTTP.</summary>
internal static partial class ImportRoutes
{
    private const string Binary = "application/octet-stream";
    // A dry run that was misspelt would be none.
    private static readonly string[] _parameters = ["dryRun", "owner", "email", "withSecrets", "shortestSeconds", "pages"];

    private const string Failed = "The cluster did not answer in time, or its database is away: import the list again, which does what is not done yet.";

    public static void Map(RouteGroupBuilder changing) => changing.MapPost("/import", ImportAsync).WithTags("Import").WithName("importList")
        .WithSummary("Watches every website of a list.")
        .WithDescription(
            "The body is the file: a list of addresses, CSV, a sitemap, our own export, or what Uptime Kuma (backup or kuma.db), UptimeRobot, Gatus, Prometheus, Better Stack, Checkmate, " +
            "upptime or statping saved. What it holds says what it is. At most 20 MB and 100,000 entries. Answers as `squirrel import --json` does. The same list again changes nothing, so no Idempotency-Key is taken here.")
        .WithMetadata(new LargestBody(GivenList.MostBytes), new UnkeptAnswer("The answer is as long as the list, and the same list again changes nothing: send this request without a key."))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = "The file, as it is; its Content-Type does not matter.",
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [Binary] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } },
            };
            return Task.CompletedTask;
        });

    private static async Task<Results<Ok<ImportResult>, Refused, NotThere>> ImportAsync(
        [AsParameters] Call call, HttpRequest request, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken,
        [Description("Whether only to say what would happen.")] bool dryRun = false,
        [Description("Whose websites they are, for entries that name nobody; else the key's only owner, the first address of `email`, or `default`.")] string? owner = null,
        [FromQuery(Name = "email"), Description("Told about entries that name no address; may be repeated.")] string[]? emails = null,
        [Description("Whether passwords, tokens and bodies are taken over, too. Else they are only reported.")] bool withSecrets = false,
        [Description("The shortest interval that this installation takes; shorter ones become this. 60 unless it is said.")] double? shortestSeconds = null,
        [Description("Whether each page of a sitemap is taken, and not only the front page.")] bool pages = false)
    {
        var mistakes = new Mistakes();
        var named = Texts.Owner(owner, mistakes);
        var told = (emails ?? []).Select(email => Texts.Read<EmailAddress>(email, mistakes, "email", EmailAddress.TryParse)).OfType<EmailAddress>().ToList();
        var shortest = Texts.Seconds(shortestSeconds, mistakes, "shortestSeconds") ?? ReadingChoices.Usual.ShortestInterval;
        if (shortest <= TimeSpan.Zero || shortest > TimeSpan.FromDays(1))
            mistakes.Add("shortestSeconds", "It is no interval that an installation takes: expected more than 0 and at most 86,400 seconds.");
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true)
            mistakes.Add("body", "The file is wrapped in a form: expected the file itself as the body, as curl --data-binary @FILE sends it.");
        foreach (var name in request.Query.Keys.Where(name => !_parameters.Contains(name, StringComparer.OrdinalIgnoreCase)))
            mistakes.Add(name, $"There is no such parameter: expected {string.Join(", ", _parameters)}.");
        if (mistakes.Any)
            return new Refused(mistakes);
        if (named is not null && !call.User.MaySee(named))
            return NotThere.Owner(named.Text);

        try
        {
            var content = await GivenList.ReadAsync(request.Body, new ReadingChoices { WithSecrets = withSecrets, ShortestInterval = shortest, EveryPage = pages }, cancellationToken);
            var import = new ListImport(new ImportDesk(call.Grains, call.Audit, () => Task.FromResult(call.User), exception => Explain(exception, logs)), clock);
            return TypedResults.Ok(ImportResult.Of(await import.RunAsync(content, named, told, dryRun, cancellationToken), dryRun, content));
        }
        catch (NoListException exception)
        {
            return new Refused("body", exception.Message);
        }
    }

    private static string Explain(Exception exception, ILoggerFactory logs)
    {
        if (exception is not (TimeoutException or OrleansException))
            LogFailed(logs.CreateLogger(typeof(ImportRoutes)), exception);
        return Failed;
    }

    [LoggerMessage(4193, LogLevel.Error, "A website of an imported list could not be compared or registered")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
