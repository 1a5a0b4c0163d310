using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>The kinds of channels there are.</summary>
internal sealed class ChannelKindsCommand : SquirrelCommand
{
    private readonly Argument<string?> kind = new("KIND") { Description = "Only this one.", Arity = ArgumentArity.ZeroOrOne };

    public ChannelKindsCommand()
        : base("kinds", "The kinds of channels there are, and what each takes.", "squirrel owner channel kinds", "squirrel owner channel kinds telegram")
    {
        Add(kind);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var all = await cluster.AskAsync(grains => grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync(), cancellationToken);
        var wanted = call.Get(kind);
        var kinds = all.Where(one => wanted is null || one.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (kinds.Count == 0)
            throw new CallerMistakeException($"'{PlainText.Start(wanted ?? "")}' is not a kind of channel: expected one of {string.Join(", ", all.Select(one => one.Name))}.");
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<ChannelKindShape>>([.. kinds.Select(ChannelKindShape.Of)]);
        else
            ChannelTable.Write(call.Terminal, kinds);
        return ExitCode.Fine;
    }
}
