using System.Security.Claims;
using UptimeSquirrel.Web.Auditing;

namespace UptimeSquirrel.Web.Importing;

/// <summary>Where an import asks, orders and notes what it did.</summary>
/// <param name="Grains">Where the websites are.</param>
/// <param name="Audit">Notes what was done.</param>
/// <param name="CallerAsync">Who imports, if they may change anything; asked anew for each website, because somebody may be shut out meanwhile.</param>
/// <param name="Explain">Says what went wrong, in a sentence for the caller.</param>
internal sealed record ImportDesk(IGrainFactory Grains, IAudit Audit, Func<Task<ClaimsPrincipal>> CallerAsync, Func<Exception, string> Explain);
