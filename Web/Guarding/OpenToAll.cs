using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>What answers those, too, who have not signed in.</summary>
internal static class OpenToAll
{
    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
