using System.Text.RegularExpressions;
using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Tests.House;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>An earlier version of this repository, built beside the present one.</summary>
/// <param name="Name">What it was asked for by, such as a tag.</param>
/// <param name="Commit">The commit it is.</param>
internal sealed partial record PreviousVersion(string Name, string Commit)
{
    /// <summary>Names the version to come from: a tag, a branch or a commit.</summary>
    public const string Variable = "UPTIMESQUIRREL_UPGRADE_FROM";

    /// <summary>What is upgraded from as long as there are no tags.</summary>
    private const string Fallback = "Tests/Chaos/Upgrading/PreviousVersion.txt";

    private string Folder => Path.Combine(Repository.Root, "artifacts", "upgrade", Commit[..12]);

    // Each version's own tests hold this page to what its silos know. Written last, it says that the rest is there.
    private string Settings => Path.Combine(Folder, "configuration.md");

    public override string ToString() => Name.StartsWith(Commit[..7], StringComparison.Ordinal) ? Commit[..7] : $"{Name} ({Commit[..7]})";

    /// <summary>Finds the one that was asked for, else the last tag before this commit, else the commit kept in a file.</summary>
    /// <exception cref="NoPreviousVersionException">It is not in this clone.</exception>
    public static async Task<PreviousVersion> FindAsync(string? asked)
    {
        asked ??= Given();
        var name = asked ?? await LastTagAsync() ?? await KeptAsync();
        try
        {
            return new PreviousVersion(name, (await GitAsync("rev-parse", "--verify", $"{name}^{{commit}}")).Trim());
        }
        catch (CommandFailedException e)
        {
            throw await IsShallowAsync() switch
            {
                true => new NoPreviousVersionException($"'{name}' is not in this clone, which is a shallow one: 'git fetch --unshallow --tags' completes it."),
                false => new NoPreviousVersionException($"'{name}' is no tag, branch or commit of this repository: expected one that 'git rev-parse' knows.") { IsMistake = asked is not null },
                null => new NoPreviousVersionException($"this is no clone of a repository, or there is no git: {e.Message}"),
            };
        }
    }

    /// <summary>Builds its silo and its client, unless that was done before.</summary>
    public async Task<Programs> BuildAsync(Action<string> say)
    {
        var programs = new Programs(Path.Combine(Folder, "silo", "UptimeSquirrel.Silo.dll"), Path.Combine(Folder, "client", "squirrel.dll"));
        if (!File.Exists(Settings))
        {
            say($"building {this}");
            var sources = Directory.CreateTempSubdirectory("uptimesquirrel-previous-").FullName;
            try
            {
                await Command.RunAsync("sh", "-c", $"git -C '{Repository.Root}' archive {Commit} | tar -x -C '{sources}'");
                foreach (var room in (string[])["Silo", "Client"])
                    await Command.RunAsync("dotnet", "publish", Path.Combine(sources, room), "-o", Path.Combine(Folder, room.ToLowerInvariant()), "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "--nologo", "-v", "quiet");
                File.Copy(Path.Combine(sources, "docs", "configuration.md"), Settings);
            }
            finally
            {
                Directory.Delete(sources, recursive: true);
            }
        }

        return programs with { Settings = SettingNames().Matches(await File.ReadAllTextAsync(Settings)).Select(setting => setting.Groups["name"].Value).ToHashSet() };
    }

    private static string? Given() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    // Not a tag of this very commit: a version that is just being released is upgraded to, not from.
    private static async Task<string?> LastTagAsync()
    {
        try
        {
            return (await GitAsync("describe", "--tags", "--abbrev=0", "HEAD~1")).Trim();
        }
        catch (CommandFailedException)
        {
            return null;
        }
    }

    private static async Task<string> KeptAsync() => (await File.ReadAllTextAsync(Path.Combine(Repository.Root, Fallback))).Trim();

    private static async Task<bool?> IsShallowAsync()
    {
        try
        {
            return (await GitAsync("rev-parse", "--is-shallow-repository")).Trim() == "true";
        }
        catch (CommandFailedException)
        {
            return null;
        }
    }

    private static async Task<string> GitAsync(params string[] arguments) => await Command.RunAsync(["git", "-C", Repository.Root, .. arguments]);

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingNames();
}
