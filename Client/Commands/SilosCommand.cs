using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Who does the work.</summary>
internal sealed class SilosCommand : SquirrelCommand
{
    public SilosCommand()
        : base("silos", "The silos of the cluster, what they do, and whether every check is made.", "squirrel silos", "squirrel silos --json")
    {
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var status = await cluster.AskAsync(grains => grains.GetGrain<IClusterGrain>(0).GetSilosAsync(), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson(ClusterShape.Of(status));
        else
            SiloTable.Write(call.Terminal, status, call.Now);
        return ExitCode.Fine;
    }
}
