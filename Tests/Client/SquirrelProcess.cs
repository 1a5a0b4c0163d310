using CliWrap;
using CliWrap.Buffered;

namespace UptimeSquirrel.Tests.Client;

/// <summary>Runs the built program as a user does: as a process of its own.</summary>
internal static class SquirrelProcess
{
    // From its own folder: the copy beside the tests lacks what a silo brings with its own framework.
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string Program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Client", Configuration, "squirrel.dll"));

    public static async Task<BufferedCommandResult> RunAsync(string? input, params string[] arguments) =>
        await Cli.Wrap("dotnet")
            .WithArguments([Program, .. arguments])
            .WithStandardInputPipe(input is null ? PipeSource.Null : PipeSource.FromString(input))
            .WithEnvironmentVariables(variables => variables.Set("SQUIRREL_CLUSTER", null).Set("SQUIRREL_OWNER", null).Set("SQUIRREL_CLUSTER_ID", null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
}
