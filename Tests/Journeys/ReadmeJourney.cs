using System.Diagnostics;
using System.Text.RegularExpressions;
using UptimeSquirrel.Tests.House;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>
/// Every command of the README, as it stands there. Three things are changed: what is built already is not built again, what would run for
/// ever (a silo, the live table) is run for a moment, and nothing is sent to other people's servers. <c>dotnet test</c> is what runs this; what <c>docker compose</c> does is in
/// <see cref="ComposeJourney"/>.
/// </summary>
public sealed partial class ReadmeJourney : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Process? _silo;

    public static IEnumerable<string> Commands =>
        CodeBlock().Matches(Repository.Read("README.md")).SelectMany(block => block.Groups["code"].Value.Split('\n'))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_silo is { HasExited: false })
            await RunAsync($"kill {_silo.Id}");
        if (_silo is not null)
            await _silo.WaitForExitAsync();
        _silo?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_command_of_the_readme_does_what_it_says()
    {
        var commands = Commands.ToArray();
        commands.Length.ShouldBeGreaterThan(12);
        Assert.SkipWhen(await IsTakenAsync(30000) || await IsTakenAsync(8080) || await IsTakenAsync(11111), "The README's silo uses the usual ports, and one of them is in use here.");
        _silo = Start(Prepared("dotnet run --project Silo"));
        await Eventually.HoldsAsync(() => IsTakenAsync(30000), TimeSpan.FromSeconds(90));

        File.Exists(_folder.File("data/uptimesquirrel.db")).ShouldBeTrue("The silo keeps its data where it was started.");
        foreach (var command in commands.Where(command => command.Contains("--project Client", StringComparison.Ordinal)))
        {
            var (exitCode, output) = await RunAsync(Prepared(command));

            // 1 is no failure: some of the sample websites do not exist.
            exitCode.ShouldBeOneOf([0, 1], $"{command}\n{output}");
            output.ShouldNotBeEmpty(command);
        }
    }

    [Fact]
    public async Task Every_setting_of_the_readme_is_one()
    {
        foreach (var command in Commands.Where(command => command.Contains("--project Silo --", StringComparison.Ordinal)))
        {
            // A wrong setting beside them is the only problem then, and keeps the silo from starting.
            var (exitCode, output) = await RunAsync(Prepared(command) + " --Checks:MaximumAtOnce=0 2>&1");

            exitCode.ShouldBe(2, output);
            output.ShouldContain("UptimeSquirrel cannot start:");
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, output);
        }
    }

    [Fact]
    public void Nothing_in_the_readme_is_a_command_that_is_not_tried() =>
        Commands.Where(command => !command.Contains("--project Client", StringComparison.Ordinal) && !command.Contains("--project Silo", StringComparison.Ordinal))
            .Where(command => !IsForDocker(command))
            .ShouldBe(["dotnet test"]);

    [Fact]
    public void Every_docker_command_of_the_readme_names_services_that_there_are()
    {
        var services = ComposeFile.Read().Services.ToArray();
        var commands = Commands.Where(IsForDocker).ToArray();
        commands.ShouldNotBeEmpty();
        foreach (var command in commands)
            foreach (var name in ServiceName().Matches(command).Select(match => match.Groups["service"].Value))
                services.ShouldContain(name, command);
        commands.Count(command => ServiceName().IsMatch(command)).ShouldBe(commands.Length - 1, "All but the first name one.");
    }

    private static bool IsForDocker(string command) => command.StartsWith("docker compose ", StringComparison.Ordinal);

    private async Task<bool> IsTakenAsync(int port) => (await RunAsync($"exec 3<>/dev/tcp/127.0.0.1/{port}")).ExitCode == 0;

    private static string Prepared(string command)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        command = command.Replace("dotnet run", $"dotnet run --no-build -c {configuration}", StringComparison.Ordinal)
            .Replace("--project ", $"--project {Repository.Root}/", StringComparison.Ordinal)
            .Replace("samples/", $"{Repository.Root}/samples/", StringComparison.Ordinal)
            .Replace(" ntfy --set ", " ntfy --set url=https://ntfy.example --set ", StringComparison.Ordinal);
        return command.EndsWith(" watch", StringComparison.Ordinal) ? $"exec 3< <(exec timeout -s INT 60 {command}); head -n 1 <&3; kill $!" : command;
    }

    private Process Start(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec {command}"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"compose (stop|start|run --rm|exec|logs) (?<service>\w+)|--scale (?<service>\w+)=|http://(?<service>\w+)/")]
    private static partial Regex ServiceName();

    [GeneratedRegex("```bash\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
