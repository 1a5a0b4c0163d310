using System.Text.Json;

namespace UptimeSquirrel.Tests.Support.Processes;

/// <summary>The real command line client, run as a person runs it.</summary>
internal sealed class Squirrel(string folder, string? cluster)
{
    /// <summary>Starts a command that runs until it is told to stop.</summary>
    public RunningProcess Start(params string[] arguments) => RunningProcess.StartDotnet(
        Built.Client, arguments, folder, cluster is null ? new Dictionary<string, string>() : new() { ["SQUIRREL_CLUSTER"] = cluster });

    public async Task<SquirrelAnswer> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        var exitCode = await process.ExitAsync(TimeSpan.FromSeconds(120));
        return new SquirrelAnswer(exitCode, process.Output, process.Errors);
    }

    /// <summary>Runs a command that must go well.</summary>
    public async Task<SquirrelAnswer> MustAsync(params string[] arguments)
    {
        var answer = await RunAsync(arguments);
        answer.ExitCode.ShouldBe(0, $"squirrel {string.Join(' ', arguments)}\n{answer.Output}\n{answer.Errors}");
        return answer;
    }
}

internal sealed record SquirrelAnswer(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
