using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.History;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Web.Api.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.History;

internal static class HistoryRoutes
{
    private const string Tag = "History";
    private const int MostChecks = 1000;

    public static void Map(RouteGroupBuilder looking)
    {
        looking.MapGet("/websites/{id:guid}/uptime", UptimeAsync).WithTags(Tag).WithName("getUptime").WithSummary("Tells the share of the time in which a website was up.")
            .WithDescription("From 0 to 1; null where nothing is known. Time in which nobody looked, and maintenance, count neither way.");
        looking.MapGet("/websites/{id:guid}/days", DaysAsync).WithTags(Tag).WithName("getDays").WithSummary("Tells how a website did day by day (UTC), oldest first.");
        looking.MapGet("/websites/{id:guid}/latency", LatencyAsync).WithTags(Tag).WithName("getLatency").WithSummary("Tells how fast a website answered.")
            .WithDescription("`hour` by the minute, `day` by 15 minutes, `week` by two hours, `month`, `quarter` and `year` by the day. Percentiles are exact and of good checks only; for days past, mean and longest count failed checks too.");
        looking.MapGet("/websites/{id:guid}/checks", ChecksAsync).WithTags(Tag).WithName("listChecks").WithSummary("Lists a website's checks, newest first.");
    }

    private static async Task<Results<Ok<UptimeView>, NotThere>> UptimeAsync([AsParameters] Call call, Guid id)
    {
        if (await call.FindWebsiteAsync(id) is null)
            return NotThere.Website(id.ToString());
        var shares = await call.Grains.GetGrain<IHistoryGrain>(0).GetUptimeAsync(new WebsiteId(id));
        return TypedResults.Ok(new UptimeView(shares.Hour, shares.Day, shares.Week, shares.Month, shares.Quarter, shares.Year));
    }

    private static async Task<Results<Ok<IReadOnlyList<DayView>>, NotThere, Refused>> DaysAsync([AsParameters] Call call, Guid id, [Description("How many, today among them: 1 to 366.")] int days = 90)
    {
        if (days is < 1 or > 366)
            return new Refused("days", $"{days} days cannot be had: expected 1 to 366.");
        if (await call.FindWebsiteAsync(id) is null)
            return NotThere.Website(id.ToString());
        var found = await call.Grains.GetGrain<IHistoryGrain>(0).GetDaysAsync(new WebsiteId(id), days);
        return TypedResults.Ok<IReadOnlyList<DayView>>([.. found.Select(DayView.Of)]);
    }

    private static async Task<Results<Ok<LatencyView>, NotThere, Refused>> LatencyAsync(
        [AsParameters] Call call, Guid id, [Description("How much of the past: hour, day, week, month, quarter or year.")] string? window = null)
    {
        var mistakes = new Mistakes();
        var wanted = Texts.Word<LatencyWindow>(window, mistakes, "window") ?? LatencyWindow.Day;
        if (mistakes.Any)
            return new Refused(mistakes);
        if (await call.FindWebsiteAsync(id) is null)
            return NotThere.Website(id.ToString());
        return TypedResults.Ok(LatencyView.Of(await call.Grains.GetGrain<IHistoryGrain>(0).GetLatencyAsync(new WebsiteId(id), wanted)));
    }

    private static async Task<Results<Ok<Page<CheckView>>, NotThere, Refused>> ChecksAsync(
        [AsParameters] Call call, Guid id,
        [Description("Only those at or after this moment.")] DateTimeOffset? since = null,
        [Description("The `next` of the page before.")] DateTimeOffset? after = null,
        [Description("How many at most: 1 to 1,000.")] int? limit = null)
    {
        var mistakes = new Mistakes();
        var many = Texts.Limit(limit, MostChecks, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (await call.FindWebsiteAsync(id) is null)
            return NotThere.Website(id.ToString());
        var page = await call.Grains.GetGrain<IHistoryGrain>(0).FindChecksAsync(
            new HistoryQuery { Website = new WebsiteId(id), Since = Moments.Within(since) ?? DateTimeOffset.UnixEpoch, Before = Moments.Within(after), Limit = many });
        return TypedResults.Ok(new Page<CheckView>([.. page.Checks.Select(entry => CheckView.Of(entry.Check, entry.Phases))], page.Next?.UtcDateTime.ToString("O")));
    }
}
