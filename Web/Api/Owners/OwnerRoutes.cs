using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Web.Api.Websites;

namespace UptimeSquirrel.Web.Api.Owners;

internal static class OwnerRoutes
{
    private const string Tag = "Owners";

    public static void Map(RouteGroupBuilder looking, RouteGroupBuilder changing)
    {
        looking.MapGet("/owners", ListAsync).WithTags(Tag).WithName("listOwners").WithSummary("Lists the owners that have websites or can be reached.");
        looking.MapGet("/owners/{owner}", GetAsync).WithTags(Tag).WithName("getOwner").WithSummary("Shows how an owner is reached, and what waits to be told.")
            .WithDescription("Every name of an owner is one: there need not be anything yet.");
        changing.MapDelete("/owners/{owner}", RemoveAsync).WithTags(Tag).WithName("removeOwner").WithSummary("Takes an owner away, with how they are reached, their defaults and their maintenance windows.")
            .WithDescription("Wants the ETag as `If-Match`. Answered 409 while websites, status pages, API keys or users belong to the owner. Alerts that still wait are given up, each with a delivery that says so.");
        changing.MapPut("/owners/{owner}/emails", SetEmailsAsync).WithTags(Tag).WithName("setEmails").WithSummary("Replaces the e-mail addresses that are told.").WithDescription("Wants the ETag as `If-Match`.");
        changing.MapPut("/owners/{owner}/quiet-hours", SetQuietHoursAsync).WithTags(Tag).WithName("setQuietHours").WithSummary("Says when an owner does not want to be disturbed.").WithDescription("Wants the ETag as `If-Match`.");
        changing.MapDelete("/owners/{owner}/quiet-hours", RemoveQuietHoursAsync).WithTags(Tag).WithName("removeQuietHours").WithSummary("Tells an owner everything at once again.");
        changing.MapPut("/owners/{owner}/digest-window", SetDigestWindowAsync).WithTags(Tag).WithName("setDigestWindow").WithSummary("Says how long an owner's alerts are gathered for one message.").WithDescription("Wants the ETag as `If-Match`.");
        changing.MapDelete("/owners/{owner}/digest-window", RemoveDigestWindowAsync).WithTags(Tag).WithName("removeDigestWindow").WithSummary("Gathers an owner's alerts as long as the installation says.");
        changing.MapPut("/owners/{owner}/report", SetReportAsync).WithTags(Tag).WithName("setReport").WithSummary("Says how often an owner gets a report.").WithDescription("Wants the ETag as `If-Match`.");
        changing.MapDelete("/owners/{owner}/report", RemoveReportAsync).WithTags(Tag).WithName("removeReport").WithSummary("Sends an owner no more reports.");
        looking.MapGet("/owners/{owner}/defaults", GetDefaultsAsync).WithTags(Tag).WithName("getDefaults").WithSummary("Shows what new websites of an owner start with.");
        changing.MapPatch("/owners/{owner}/defaults", ChangeDefaultsAsync).WithTags(Tag).WithName("changeDefaults").WithSummary("Changes what new websites of an owner start with.")
            .WithDescription("Only what may be the same for many websites: interval, timeout, statuses, tags, patience, method, redirects and the kind of IP address.");
    }

    private static async Task<Results<Ok<Page<OwnerItem>>, Refused>> ListAsync(
        [AsParameters] Call call,
        [Description("Only those whose name holds this text.")] string? search = null,
        [Description("The `next` of the page before.")] string? after = null,
        [Description("How many at most: 1 to 1,000.")] int? limit = null)
    {
        var mistakes = new Mistakes();
        var many = Texts.Limit(limit, OwnerQuery.MaximumLimit, mistakes);
        Texts.Short(search, 200, mistakes, "search");
        if (mistakes.Any)
            return new Refused(mistakes);
        if (!call.TryNarrow(null, out var only))
            return TypedResults.Ok(new Page<OwnerItem>([], null));
        var page = await call.Grains.GetGrain<ICatalogGrain>(0).FindOwnersAsync(new OwnerQuery { Only = only, Search = search, After = after, Limit = many });
        return TypedResults.Ok(new Page<OwnerItem>([.. page.Owners.Select(owner => new OwnerItem(owner.Id.Text, owner.Websites, owner.Down))], page.Next));
    }

    private static async Task<Results<Ok<OwnerView>, NotThere>> GetAsync([AsParameters] Call call, string owner, HttpResponse response) =>
        call.FindOwner(owner) is var (grain, _) ? Show(await grain.GetStatusAsync(), response) : NotThere.Owner(owner);

    private static async Task<Results<NoContent, NotThere, Clash, Outdated>> RemoveAsync([AsParameters] Call call, string owner, HttpRequest request)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        var match = ETags.Read(request);
        var mark = match.IsAny ? null : (await grain.GetStatusAsync()).Mark;
        if (match.Refuse(ETags.Of(mark), "owner") is { } outdated)
            return outdated;
        var removal = await grain.RemoveAsync(mark);
        switch (removal.Outcome)
        {
            case OwnerRemovalOutcome.Unknown:
                return NotThere.Owner(owner);
            case OwnerRemovalOutcome.Outdated:
                return Outdated.Changed("owner");
            case OwnerRemovalOutcome.Bound:
                return new Clash(removal.Bonds!.Explain(id));
            default:
                await call.Audit.NoteAsync(call.User, "owner.remove", id.Text, removal.GivenUp > 0 ? $"{removal.GivenUp} alerts that waited were given up" : null);
                return TypedResults.NoContent();
        }
    }

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> SetEmailsAsync([AsParameters] Call call, string owner, EmailsBody body, HttpRequest request)
    {
        var mistakes = new Mistakes();
        var emails = (Lists.Given(body.Emails, mistakes, "emails") ?? []).Select(text => Texts.Read<EmailAddress>(text, mistakes, "emails", EmailAddress.TryParse)).OfType<EmailAddress>().ToList();
        if (emails.Count > OwnerStatus.MaximumEmails)
            mistakes.Add("emails", $"{emails.Count} addresses cannot be taken: expected at most {OwnerStatus.MaximumEmails}.");
        return ChangeAsync(call, owner, request, mistakes, "owner.emails", new OwnerChange.Emails(emails));
    }

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> SetQuietHoursAsync([AsParameters] Call call, string owner, QuietHoursView quiet, HttpRequest request) =>
        ChangeAsync(call, owner, request, new Mistakes(), "owner.quiet-hours", new OwnerChange.Quiet(quiet.Read()));

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> RemoveQuietHoursAsync([AsParameters] Call call, string owner, HttpRequest request) =>
        ChangeAsync(call, owner, request, new Mistakes(), "owner.quiet-hours", new OwnerChange.Quiet(null));

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> SetDigestWindowAsync([AsParameters] Call call, string owner, DigestWindowView window, HttpRequest request)
    {
        var mistakes = new Mistakes();
        var length = Texts.Seconds(window.Seconds, mistakes, "seconds");
        return ChangeAsync(call, owner, request, mistakes, "owner.digest-window", new OwnerChange.Digest(length));
    }

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> RemoveDigestWindowAsync([AsParameters] Call call, string owner, HttpRequest request) =>
        ChangeAsync(call, owner, request, new Mistakes(), "owner.digest-window", new OwnerChange.Digest(null));

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> SetReportAsync([AsParameters] Call call, string owner, ReportView report, HttpRequest request) =>
        ChangeAsync(call, owner, request, new Mistakes(), "owner.report", new OwnerChange.Report(new ReportPlan(report.Period, report.Zone)));

    private static Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> RemoveReportAsync([AsParameters] Call call, string owner, HttpRequest request) =>
        ChangeAsync(call, owner, request, new Mistakes(), "owner.report", new OwnerChange.Report(null));

    private static async Task<Results<Ok<DefaultsView>, NotThere>> GetDefaultsAsync([AsParameters] Call call, string owner) =>
        call.FindOwner(owner) is var (_, id) ? TypedResults.Ok(DefaultsView.Of(await Defaults(call, id).GetAsync())) : NotThere.Owner(owner);

    private static async Task<Results<Ok<DefaultsView>, NotThere, Refused>> ChangeDefaultsAsync([AsParameters] Call call, string owner, ChangeBody changes)
    {
        if (call.FindOwner(owner) is not var (_, id))
            return NotThere.Owner(owner);
        var mistakes = new Mistakes();
        var wanted = SettingsReader.Read(changes, mistakes, changes.Unset);
        if (mistakes.Any)
            return new Refused(mistakes);
        var result = await Defaults(call, id).ChangeAsync(wanted);
        SettingsReader.AddTo(mistakes, result.Problems);
        if (mistakes.Any)
            return new Refused(mistakes);
        await call.Audit.NoteAsync(call.User, "owner.defaults", id.Text, string.Join(", ", SettingsReader.FieldsOf(changes)));
        return TypedResults.Ok(DefaultsView.Of(result.Defaults));
    }

    private static async Task<Results<Ok<OwnerView>, NotThere, Refused, Outdated>> ChangeAsync(
        Call call, string owner, HttpRequest request, Mistakes mistakes, string what, OwnerChange change)
    {
        if (call.FindOwner(owner) is not var (grain, id))
            return NotThere.Owner(owner);
        if (mistakes.Any)
            return new Refused(mistakes);
        var match = ETags.Read(request);
        var mark = match.IsAny ? null : (await grain.GetStatusAsync()).Mark;
        if (match.Refuse(ETags.Of(mark), "owner") is { } outdated)
            return outdated;
        var result = await grain.ChangeAsync(change, mark);
        if (result.IsOutdated)
            return Outdated.Changed("owner");
        mistakes.Add(what[(what.IndexOf('.', StringComparison.Ordinal) + 1)..], result.Problems);
        if (mistakes.Any)
            return new Refused(mistakes);
        await call.Audit.NoteAsync(call.User, what, id.Text);
        return Show(await grain.GetStatusAsync(), request.HttpContext.Response);
    }

    private static Ok<OwnerView> Show(OwnerStatus status, HttpResponse response)
    {
        response.Headers.ETag = ETags.Of(status.Mark);
        return TypedResults.Ok(OwnerView.Of(status));
    }

    private static IOwnerDefaultsGrain Defaults(Call call, OwnerId owner) => call.Grains.GetGrain<IOwnerDefaultsGrain>(owner.GrainKey);
}
