using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Auditing;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Access.Pages;

namespace UptimeSquirrel.Web.Auditing;

/// <summary><c>/audit</c>: who did what. For administrators.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 100;

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet(Places.Audit, ShowAsync).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> ShowAsync(IGrainFactory grains, [FromQuery] string? who, [FromQuery] string? subject, [FromQuery] string? before)
    {
        var (by, to) = (OrNull(who), OrNull(subject));
        var query = new AuditQuery(long.TryParse(before, CultureInfo.InvariantCulture, out var id) ? id : null, by, to, PageSize);
        var entries = await grains.GetGrain<IAuditGrain>(0).ReadAsync(query);
        var older = entries.Count < PageSize ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Places.Audit}?before={entries[^1].Id}&who={Uri.EscapeDataString(by ?? "")}&subject={Uri.EscapeDataString(to ?? "")}");
        return Page.Show<AuditPage>(new { Entries = entries, Who = by, Subject = to, Older = older });
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
