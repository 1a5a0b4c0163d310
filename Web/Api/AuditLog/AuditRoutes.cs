using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Auditing;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;

namespace UptimeSquirrel.Web.Api.AuditLog;

internal static class AuditRoutes
{
    private const int MostEntries = 500;

    public static void Map(RouteGroupBuilder administering) =>
        administering.MapGet("/audit", ListAsync).WithTags("Audit log").WithName("listAudit").WithSummary("Lists who did what, newest first.");

    private static async Task<Results<Ok<Page<AuditView>>, Refused>> ListAsync(
        [AsParameters] Call call,
        [Description("Only what this one did.")] string? who = null,
        [Description("Only what was done to this.")] string? subject = null,
        [Description("The `next` of the page before.")] long? after = null,
        [Description("How many at most: 1 to 500.")] int? limit = null)
    {
        var mistakes = new Mistakes();
        var many = Texts.Limit(limit, MostEntries, mistakes);
        Texts.Short(who, 300, mistakes, "who");
        Texts.Short(subject, 3000, mistakes, "subject");
        if (mistakes.Any)
            return new Refused(mistakes);
        var entries = await call.Grains.GetGrain<IAuditGrain>(0).ReadAsync(new AuditQuery(after, who, subject, many));
        return TypedResults.Ok(new Page<AuditView>([.. entries.Select(AuditView.Of)], entries.Count < many ? null : entries[^1].Id.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>One thing somebody did.</summary>
/// <param name="Id">Grows from one to the next.</param>
/// <param name="At">When.</param>
/// <param name="Who">The user, or <c>key:</c> and the name of a key.</param>
/// <param name="What">What was done: <c>website.change</c>.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">What is worth knowing beyond that.</param>
/// <param name="From">The address it came from.</param>
public sealed record AuditView(long Id, DateTimeOffset At, string Who, string What, string Subject, string? Detail, string? From)
{
    internal static AuditView Of(AuditEntry entry) => new(entry.Id, entry.At, entry.Who, entry.What, entry.Subject, entry.Detail, entry.From);
}
