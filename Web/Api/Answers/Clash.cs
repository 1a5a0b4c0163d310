using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>409: what is there already does not go together with what was asked for.</summary>
internal sealed class Clash(string detail) : ApiProblem(StatusCodes.Status409Conflict, "That does not go together.", detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status409Conflict);
}
