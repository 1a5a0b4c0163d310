using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>400: what is wrong with what was sent, under the name of each field.</summary>
internal sealed class Refused(Mistakes mistakes) : ApiProblem(StatusCodes.Status400BadRequest, "", ""), IEndpointMetadataProvider
{
    public Refused(string field, string problem) : this(new Mistakes { { field, problem } })
    {
    }

    public override Task ExecuteAsync(HttpContext httpContext) => TypedResults.ValidationProblem(
        mistakes.ByField(), title: "Something in the request cannot be taken.", detail: mistakes.All()).ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(builder, StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails));
}
