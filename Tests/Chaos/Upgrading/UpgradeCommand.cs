using System.CommandLine;
using UptimeSquirrel.Chaos.Network;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>Starts silos of an earlier version, with data, and upgrades one after the other under load.</summary>
internal sealed class UpgradeCommand : Command
{
    /// <summary>There is no earlier version here: nothing was tried, and nothing is known.</summary>
    private const int NotTried = 3;

    private const int Mistake = 2;

    private readonly Option<string?> from = new("--from")
    {
        HelpName = "REFERENCE",
        Description = $"The version to come from: a tag, a branch or a commit. Else {PreviousVersion.Variable}, else the last tag before this commit, else the commit in Tests/Chaos/Upgrading/PreviousVersion.txt.",
    };

    private readonly Option<int> websites = new("--websites") { Description = "How many websites to watch; default 300.", DefaultValueFactory = _ => 300 };
    private readonly Option<int> interval = new("--interval") { Description = "Seconds between two checks of one website; default 10.", DefaultValueFactory = _ => 10 };
    private readonly Option<int?> seed = new("--seed") { Description = "Repeats the random moments of another run, which printed it." };
    private readonly Option<bool> keep = new("--keep") { Description = "Keeps the folder with all logs also when nothing was lost." };

    public UpgradeCommand(string[] arguments)
        : base("upgrade", "Three silos of an earlier version with data, upgraded one after the other under load, judged from outside.")
    {
        foreach (var option in (Option[])[from, websites, interval, seed, keep])
            Add(option);
        SetAction((parsed, cancellationToken) => RunAsync(parsed, arguments, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parsed, string[] arguments, CancellationToken cancellationToken)
    {
        PreviousVersion previous;
        try
        {
            previous = await PreviousVersion.FindAsync(parsed.GetValue(from));
        }
        catch (NoPreviousVersionException e)
        {
            Console.WriteLine($"The upgrade was not tried: {e.Message}");
            return e.IsMistake ? Mistake : NotTried;
        }

        // Packages come from a server, which there is none of in a network of our own.
        var before = await previous.BuildAsync(Console.WriteLine);
        var whyNot = OwnNamespace.IsHere ? null : await OwnNamespace.WhyNotAsync();
        if (whyNot is null && !OwnNamespace.IsHere)
            return await OwnNamespace.RunAgainAsync(arguments);
        Console.WriteLine($"from {previous} to this build");
        var settings = new ChaosSettings
        {
            Websites = parsed.GetValue(websites),
            Interval = TimeSpan.FromSeconds(parsed.GetValue(interval)),
            Length = TimeSpan.FromMinutes(2.5),
            Seed = parsed.GetValue(seed) ?? Random.Shared.Next(1_000_000),
            Faults = [],
        };
        return await Judge.RunAsync(settings.Shortened() with { LeastCoverage = 0.97 }, whyNot, parsed.GetValue(keep), before, cancellationToken);
    }
}
