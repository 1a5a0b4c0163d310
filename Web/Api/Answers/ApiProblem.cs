using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>An answer that says in a sentence why something was not done (RFC 9457).</summary>
internal abstract class ApiProblem(int status, string title, string detail) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public virtual Task ExecuteAsync(HttpContext httpContext) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail).ExecuteAsync(httpContext);

    protected static void Describe(EndpointBuilder builder, int status, Type? shape = null) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, shape ?? typeof(ProblemDetails), ["application/problem+json"]));
}
