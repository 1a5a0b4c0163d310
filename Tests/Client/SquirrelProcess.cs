using CliWrap;
using CliWrap.Buffered;

namespace UptimeSquirrel.Tests.Client;

/// <summary>Runs the built program as a user does: as a process of its own.</summary>
internal static class SquirrelProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "squirrel.dll");

    public static async Task<BufferedCommandResult> RunAsync(string? input, params string[] arguments) =>
        await Cli.Wrap("dotnet")
            .WithArguments([Program, .. arguments])
            .WithStandardInputPipe(input is null ? PipeSource.Null : PipeSource.FromString(input))
            .WithEnvironmentVariables(variables => variables.Set("SQUIRREL_CLUSTER", null).Set("SQUIRREL_OWNER", null).Set("SQUIRREL_CLUSTER_ID", null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
}
