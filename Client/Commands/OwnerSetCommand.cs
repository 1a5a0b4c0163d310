using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Says how an owner is reached.</summary>
internal sealed class OwnerSetCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);
    private readonly Option<EmailAddress[]?> emails = Reading.Emails("Told from now on, in place of all earlier addresses; may be repeated.");
    private readonly Option<bool> noEmail = new("--no-email") { Description = "Take all addresses away: nobody is told." };

    public OwnerSetCommand()
        : base(
            "set",
            "Set the addresses that are told, in place of the earlier ones.",
            "squirrel owner set web-team --email anna@shop.example --email ben@shop.example",
            "squirrel owner set web-team --no-email")
    {
        Add(owner);
        Add(emails);
        Add(noEmail);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        var wanted = (call.Get(emails) ?? []).Distinct().ToList();
        Refuse(id, wanted, call.Get(noEmail));
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var status = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetEmailsAsync(wanted), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson(OwnerShape.Of(status, []));
        else
            call.Terminal.Say(status.Emails.Count == 0
                ? $"Nobody is told about the websites of '{status.Id}' any more."
                : $"Told about the websites of '{status.Id}': {string.Join(", ", status.Emails)}.");
        return ExitCode.Fine;
    }

    private static void Refuse(OwnerId id, List<EmailAddress> wanted, bool isNobody)
    {
        if (isNobody && wanted.Count > 0)
            throw new CallerMistakeException("--email and --no-email contradict each other: expected one of them.");
        if (!isNobody && wanted.Count == 0)
            throw new CallerMistakeException($"No address was given for '{id}': expected --email ADDRESS, or --no-email so that nobody is told.");
        if (wanted.Count > OwnerStatus.MaximumEmails)
            throw new CallerMistakeException($"{wanted.Count} addresses were given for '{id}': expected at most {OwnerStatus.MaximumEmails}.");
    }
}
