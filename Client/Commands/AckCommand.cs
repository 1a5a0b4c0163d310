using System.CommandLine;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Takes an outage on.</summary>
internal sealed class AckCommand : IncidentCommand
{
    private readonly Option<string?> note = new("--note") { HelpName = "TEXT", Description = "What there is to know about it." };
    private readonly Option<string?> by = new("--by") { HelpName = "NAME", Description = "Who takes it on. Else the name you are logged in with." };

    public AckCommand()
        : base(
            "ack",
            "Take an outage on: nobody is reminded of it any more, and no further channel is used. Its end is told all the same.",
            "squirrel ack https://shop.example --note \"disk full, cleaning up\"")
    {
        Add(note);
        Add(by);
    }

    protected override Task<OpenIncident?> ChangeAsync(IOwnerNotificationGrain owner, WebsiteId website, string? incident, Call call) =>
        owner.AcknowledgeAsync(website, incident, call.Get(by) ?? Environment.UserName, call.Get(note));

    protected override string Describe(OpenIncident open, Call call) =>
        $"The outage of {open.Url} is acknowledged by {PlainText.Start(open.Acknowledged!.By)}: nobody is reminded of it any more. Its end will be told.";
}
