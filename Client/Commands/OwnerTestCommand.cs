using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Tries every way of telling an owner.</summary>
internal sealed class OwnerTestCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("OWNER", "The owner.", OwnerId.TryParse);

    public OwnerTestCommand()
        : base("test", "Send a test message over every channel of an owner, and show each answer.", "squirrel owner test web-team")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var tests = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).TestAsync(), cancellationToken);
        if (tests.Count == 0)
            throw new CallerMistakeException($"'{id}' has no channel to test: 'squirrel owner set {id} --email you@example.org' or 'squirrel owner channel add {id} KIND' adds one.");
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<ChannelTestShape>>([.. tests.Select(ChannelTestShape.Of)]);
        else
            ChannelTable.Write(call.Terminal, tests);
        return tests.All(test => test.Outcome == DeliveryOutcome.Delivered) ? ExitCode.Fine : ExitCode.Down;
    }
}
