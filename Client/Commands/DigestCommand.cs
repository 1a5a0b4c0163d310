using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Says how long an owner's alerts are gathered for one message.</summary>
internal sealed class DigestCommand : SquirrelCommand
{
    private const string AsConfigured = "default";

    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);

    private readonly Argument<GivenWindow?> window = Reading.Argument<GivenWindow>(
        "WINDOW", $"How long, from the first alert on: 0s (each is a message of its own) to 5m, or '{AsConfigured}' for as long as the installation says.", GivenWindow.TryParse);

    public DigestCommand()
        : base("digest", "Say how long alerts are gathered for one message.", "squirrel owner digest web-team 1m", "squirrel owner digest web-team 0s", $"squirrel owner digest web-team {AsConfigured}")
    {
        Add(owner);
        Add(window);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (id, wanted) = (call.Get(owner)!, call.Get(window)!.Length);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var problems = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetDigestWindowAsync(wanted), cancellationToken);
        foreach (var problem in problems)
            call.Terminal.Complain(problem);
        if (problems.Count > 0)
            return ExitCode.Mistake;
        var status = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson(OwnerShape.Of(status, []));
        else
            call.Terminal.Say($"Alerts of '{id}' are gathered: {DigestText.Of(status.DigestWindow, status.UsualDigestWindow)}.");
        return ExitCode.Fine;
    }

    /// <summary>What was typed.</summary>
    /// <param name="Length">Null = as long as the installation says.</param>
    private sealed record GivenWindow(TimeSpan? Length)
    {
        public static bool TryParse(string? text, out GivenWindow? window, out string? problem)
        {
            if (text == AsConfigured)
            {
                (window, problem) = (new GivenWindow(Length: null), null);
                return true;
            }

            window = Duration.TryParse(text, out var length, out problem) ? new GivenWindow(length) : null;
            return window is not null;
        }
    }
}
