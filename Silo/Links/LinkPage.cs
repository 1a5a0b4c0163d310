using System.Net;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Silo.Links;

/// <summary>The page behind a link in a mail.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What there is to know.</param>
/// <param name="Button">What the button says; null when there is none.</param>
internal sealed record LinkPage(int Status, string Title, string Text, string? Button = null)
{
    public static LinkPage Foreign { get; } = new(
        StatusCodes.Status400BadRequest, "This link does not work.", "It was cut off, or it is not from this monitor. Open it from the mail again, or copy all of it.");

    public static LinkPage Over { get; } = new(
        StatusCodes.Status410Gone, "This outage is over.", "There is nothing left to do: the website is up again, or it is not watched any more.");

    public static LinkPage Unreachable { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "Not done.", "The monitor could not note it, because one of its parts does not answer. Nothing has changed; please try again in a minute.");

    public static LinkPage Expired(LinkOrder order) => new(
        StatusCodes.Status410Gone, "This link is too old.", $"It was good until {AlertWriter.Moment(order.Expires)}. A newer mail has a newer link; 'squirrel ack' and 'squirrel mute' work at any time.");

    public static LinkPage Ask(LinkOrder order, OpenIncident open) => (order.Action, open.Acknowledged) switch
    {
        (LinkAction.Acknowledge, { } acknowledged) => Acknowledged(open, acknowledged),
        (LinkAction.Acknowledge, null) => new(
            StatusCodes.Status200OK, $"{open.Url} is down.", $"Since {AlertWriter.Moment(open.StartedAt)}. Whoever acknowledges takes it on: nobody is reminded any more. You will be told when it is back.", "Acknowledge"),
        _ => new(
            StatusCodes.Status200OK, $"{open.Url} is down.", $"Since {AlertWriter.Moment(open.StartedAt)}. For two hours nobody is told anything about it, except that it is back.", "Mute for 2 hours"),
    };

    public static LinkPage Done(LinkOrder order, OpenIncident open) => order.Action == LinkAction.Acknowledge && open.Acknowledged is { } acknowledged
        ? Acknowledged(open, acknowledged)
        : new(StatusCodes.Status200OK, $"{open.Url} is muted.", $"Until {AlertWriter.Moment(open.MutedUntil ?? default)} nobody is told anything about it, except that it is back.");

    public static string Write(LinkPage page) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Escape(page.Title)}}</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
        button { font: inherit; padding: .6rem 1.4rem; }
        </style>
        </head>
        <body>
        <h1>{{Escape(page.Title)}}</h1>
        <p>{{Escape(page.Text)}}</p>
        {{Form(page.Button)}}
        </body>
        </html>

        """;

    private static LinkPage Acknowledged(OpenIncident open, Acknowledgement acknowledged) => new(
        StatusCodes.Status200OK, $"{open.Url} is down, and acknowledged.", $"By {acknowledged.By}, on {AlertWriter.Moment(acknowledged.At)}. Nobody is reminded any more; you will be told when it is back.");

    // Without an address of its own: it goes where the page came from, whatever stands before this silo.
    private static string Form(string? button) => button is null ? "" : $"<form method=\"post\"><button type=\"submit\">{Escape(button)}</button></form>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
