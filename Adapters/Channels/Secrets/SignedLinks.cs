using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Secrets;

/// <summary>Makes and reads links with the keys in the database: every silo reads what any of them made.</summary>
internal sealed partial class SignedLinks(IDataProtectionProvider provider, IOptions<AlertOptions> options, ILogger<SignedLinks> logger) : IActionLinks
{
    // Longer than anybody leaves a mail about something that is down unread.
    private static readonly TimeSpan _goodFor = TimeSpan.FromDays(7);
    private static readonly (LinkAction Action, string Label)[] _actions = [(LinkAction.Acknowledge, "Acknowledge"), (LinkAction.Mute, "Mute for 2 hours")];

    private readonly IDataProtector _protector = provider.CreateProtector("UptimeSquirrel.Links.v1");

    public IReadOnlyList<ActionLink> For(Alert alert, string channel)
    {
        if (alert.Kind is not (AlertKind.WentDown or AlertKind.StartedFlapping or AlertKind.StillDown) || options.Value.PublicUrl.Length == 0)
            return [];
        try
        {
            return [.. _actions.Select(one => new ActionLink(one.Label, Url(new LinkOrder(alert.IncidentId, one.Action, channel, alert.DecidedAt + _goodFor))))];
        }
        catch (Exception e)
        {
            // Without a key from the database there is no link; the mail goes out all the same.
            LogNoLinks(e, alert.Id);
            return [];
        }
    }

    public LinkOrder? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token).Split('\n', 4) is [var expires, var action, var incident, var by]
                ? new LinkOrder(incident, (LinkAction)Number(action), by, DateTimeOffset.FromUnixTimeSeconds(Number(expires)))
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Url(LinkOrder order) => $"{options.Value.PublicUrl.TrimEnd('/')}/act/{_protector.Protect(string.Join(
        '\n', Text(order.Expires.ToUnixTimeSeconds()), Text((int)order.Action), order.Incident, order.By))}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [LoggerMessage(2223, LogLevel.Warning, "Alert {Alert}: its mail has no links, because the database did not give the key for them")]
    private partial void LogNoLinks(Exception exception, string alert);
}
