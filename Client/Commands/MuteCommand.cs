using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Wants to hear no more of an outage for a while.</summary>
internal sealed class MuteCommand : IncidentCommand
{
    private static readonly TimeSpan _usual = TimeSpan.FromHours(2);

    private readonly Option<TimeSpan?> length = Reading.ValueOption<TimeSpan>("--for", "TIME", "For how long: 30m, 2h, 3d. Else 2h.", Duration.TryParse);

    public MuteCommand()
        : base("mute", "Hear no more of an outage for a while: no reminders, no further channels. Its end is told all the same.", "squirrel mute https://shop.example --for 2h")
    {
        Add(length);
    }

    protected override Task<OpenIncident?> ChangeAsync(IOwnerNotificationGrain owner, WebsiteId website, string? incident, Call call) =>
        owner.MuteAsync(website, incident, call.Now + (call.Get(length) ?? _usual));

    protected override string Describe(OpenIncident open, Call call) =>
        $"The outage of {open.Url} is muted until {Wording.Local(open.MutedUntil ?? call.Now, call.Terminal.Clock)}. Its end will be told.";
}
