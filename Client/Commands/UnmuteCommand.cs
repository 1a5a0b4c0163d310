using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Wants to hear of an outage again.</summary>
internal sealed class UnmuteCommand() : IncidentCommand("unmute", "Hear of a muted outage again: reminders and further channels go on.", "squirrel unmute https://shop.example")
{
    protected override Task<OpenIncident?> ChangeAsync(IOwnerNotificationGrain owner, WebsiteId website, string? incident, Call call) =>
        owner.MuteAsync(website, incident, until: null);

    protected override string Describe(OpenIncident open, Call call) => $"The outage of {open.Url} is not muted.";
}
