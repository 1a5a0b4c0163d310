using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using UptimeSquirrel.Web.Api.Idempotency;

namespace UptimeSquirrel.Web.Api.Document;

internal static class DocumentWiring
{
    /// <summary>Names the document.</summary>
    public const string Name = "v1";

    private const string Key = "key";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith(ApiRoutes.Root[1..], StringComparison.Ordinal) is true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "UptimeSquirrel",
            Version = "1",
            Description =
                "Moments are UTC in ISO 8601. Lengths of time are numbers of seconds, in fields whose names end in `Seconds`. Unknown fields are refused. " +
                "Lists are read page by page: send `next` as `after`. What goes wrong is said in a sentence (RFC 9457), under the name of the field it is about. " +
                "docs/api.md has a tour.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key. A browser that is signed in needs none.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        foreach (var (status, meaning) in _always)
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = meaning });
        if (operation.Responses.ContainsKey("428"))
            AddHeader(operation, "If-Match", "The ETag of what was read, or `*`.", isRequired: true);
        if (HttpMethod.Post.Method.Equals(context.Description.HttpMethod, StringComparison.OrdinalIgnoreCase) &&
            !context.Description.ActionDescriptor.EndpointMetadata.OfType<UnkeptAnswer>().Any())
            AddHeader(operation, Repetition.Header, "Any text of your own: the same request sent again with it within a day is answered again, and not done again.", isRequired: false);
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description, bool isRequired)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = isRequired,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static readonly (string Status, string Meaning)[] _always =
    [
        ("401", "No key was sent, or one that is not known."),
        ("403", "The caller's role does not allow it."),
        ("503", "The cluster did not answer in time, or its database is away."),
    ];
}
