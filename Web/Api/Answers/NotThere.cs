using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>404: there is nothing of that name, or it is none of the caller's business, which is not told apart.</summary>
internal sealed class NotThere(string detail) : ApiProblem(StatusCodes.Status404NotFound, "Not found.", detail), IEndpointMetadataProvider
{
    public static NotThere Website(string id) => new($"There is no website {Quote.Of(id)}.");

    public static NotThere Owner(string id) => new($"There is no owner {Quote.Of(id)}.");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status404NotFound);
}
