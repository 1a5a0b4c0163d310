using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>429: there is no room for one more.</summary>
internal sealed class TooMany(string detail) : ApiProblem(StatusCodes.Status429TooManyRequests, "Too many at once.", detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status429TooManyRequests);
}
