using System.CommandLine;
using UptimeSquirrel.Client.Commands.Looks;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Shows and changes what new websites of an owner start with.</summary>
internal sealed class OwnerDefaultsCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);
    private readonly WatchOptions how = new();
    private readonly WarningOptions warnings = new();

    public OwnerDefaultsCommand()
        : base(
            "defaults",
            "What new websites of an owner start with: without options it is shown. Websites that are watched already stay as they are.",
            "squirrel owner defaults web-team --every 1m --accept 200-299 --recheck 5s,15s",
            "squirrel owner defaults web-team",
            "squirrel owner defaults web-team --unset accept")
    {
        Add(owner);
        how.AddSharedTo(this);
        warnings.AddTo(this);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        var changes = how.Read(call) with { Warnings = warnings.Read(call) };
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var result = await cluster.AskAsync(grains => ChangeAsync(grains.GetGrain<IOwnerDefaultsGrain>(id.GrainKey), changes), cancellationToken);
        if (result.Problems.Count > 0)
            throw new CallerMistakeException(string.Join(' ', result.Problems.Select(problem => problem.Message)));
        if (call.WantsJson)
            call.AnswerJson(DefaultsShape.Of(result.Defaults));
        else
            call.Terminal.Say(Describe(id, result.Defaults));
        return ExitCode.Fine;
    }

    private static async Task<DefaultsResult> ChangeAsync(IOwnerDefaultsGrain owner, WebsiteChanges changes) =>
        changes == WebsiteChanges.None ? new DefaultsResult(await owner.GetAsync(), []) : await owner.ChangeAsync(changes);

    private static string Describe(OwnerId owner, WebsiteChanges defaults)
    {
        var parts = DefaultsText.Of(defaults);
        return parts.Count == 0
            ? $"New websites of '{owner}' start as the installation is configured."
            : $"New websites of '{owner}' start with: {string.Join("; ", parts)}.";
    }
}
