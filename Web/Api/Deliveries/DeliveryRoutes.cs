using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.History;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Deliveries;

internal static class DeliveryRoutes
{
    public static void Map(RouteGroupBuilder looking) =>
        looking.MapGet("/deliveries", ListAsync).WithTags("Deliveries").WithName("listDeliveries").WithSummary("Lists every attempt to tell somebody something, newest first.");

    private static async Task<Results<Ok<Page<DeliveryView>>, Refused>> ListAsync(
        [AsParameters] Call call,
        [Description("Only to this owner.")] string? owner = null,
        [Description("Only about this website, by its id.")] Guid? website = null,
        [Description("The `next` of the page before.")] string? after = null,
        [Description("How many at most: 1 to 1,000.")] int? limit = null)
    {
        var mistakes = new Mistakes();
        var asked = Texts.Owner(owner, mistakes);
        var many = Texts.Limit(limit, DeliveryQuery.MaximumLimit, mistakes);
        if (mistakes.Any)
            return new Refused(mistakes);
        if (!call.TryNarrow(asked, out var only))
            return TypedResults.Ok(new Page<DeliveryView>([], null));
        var page = await call.Grains.GetGrain<IHistoryGrain>(0).PageDeliveriesAsync(
            new DeliveryQuery { Owner = only, Website = website is { } id ? new WebsiteId(id) : null, After = after, Limit = many });
        return TypedResults.Ok(new Page<DeliveryView>([.. page.Deliveries.Select(DeliveryView.Of)], page.Next));
    }
}

/// <summary>One attempt to tell somebody something.</summary>
/// <param name="AlertId">Which alert.</param>
/// <param name="Subject">What it was about, in one line.</param>
/// <param name="Owner">Whose alert.</param>
/// <param name="Channel">Over which channel.</param>
/// <param name="Recipient">To whom; masked where that is a secret.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Answer">The other side's words, or why it failed.</param>
public sealed record DeliveryView(
    string AlertId, string Subject, string Owner, string Channel, string Recipient, int Attempt, DateTimeOffset At, DeliveryOutcome Outcome, string Answer)
{
    internal static DeliveryView Of(Delivery delivery) => new(
        delivery.AlertId, delivery.Subject, delivery.Owner.Text, delivery.Channel, delivery.Recipient, delivery.Attempt, delivery.At, delivery.Outcome, delivery.Answer);
}
