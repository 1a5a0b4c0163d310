using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>412: somebody changed it meanwhile. 428: it was not said which version is to be changed.</summary>
internal sealed class Outdated : ApiProblem, IEndpointMetadataProvider
{
    private Outdated(int status, string title, string detail) : base(status, title, detail)
    {
    }

    public static Outdated Changed(string what) => new(
        StatusCodes.Status412PreconditionFailed, "It is not what it was.",
        $"The {what} was changed since it was read. Read it again, and send its new ETag as If-Match.");

    public static Outdated Unsaid(string what) => new(
        StatusCodes.Status428PreconditionRequired, "Say which version to change.",
        $"Send the ETag that the {what} had when it was read as If-Match, so that nobody's change is lost; '*' changes it whatever it is.");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Describe(builder, StatusCodes.Status412PreconditionFailed);
        Describe(builder, StatusCodes.Status428PreconditionRequired);
    }
}
