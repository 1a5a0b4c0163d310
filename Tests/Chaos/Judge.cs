using System.Globalization;
using UptimeSquirrel.Chaos.Faults;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Network;
using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Chaos.Upgrading;

namespace UptimeSquirrel.Chaos;

/// <summary>Makes a run happen and says what came of it.</summary>
internal static class Judge
{
    private const int ShownOffenders = 5;

    /// <param name="settings">How large and how long it is.</param>
    /// <param name="whyNoNamespaces">Why no silo can be cut off here; null where one can.</param>
    /// <param name="keep">Keeps the folder with all logs also when all is well.</param>
    /// <param name="before">The version that is upgraded; null = this one goes through faults.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <returns>0 when every promise was kept, else 1.</returns>
    public static async Task<int> RunAsync(ChaosSettings settings, string? whyNoNamespaces, bool keep, Programs? before, CancellationToken cancellationToken)
    {
        var clock = new SteadyClock();
        var folder = Directory.CreateTempSubdirectory("uptimesquirrel-chaos-").FullName;
        var say = new Say(folder, clock);
        var network = whyNoNamespaces is null ? await LayAsync() : new Loopback(whyNoNamespaces);
        settings = Possible(settings, network, say);
        say.Line($"seed {settings.Seed}; logs in {folder}");
        Evidence evidence;
        IReadOnlyList<Figure> testimony;
        try
        {
            await using var house = await House.OpenAsync(folder, network, settings, clock, before ?? Programs.OfThisBuild, before is null ? 0 : Keepsakes.Websites);
            await using var witness = before is null ? null : new UpgradeWitness(house, settings, before, clock, say.Line);
            var plan = ChaosPlan.Make(settings);
            if (witness is not null)
                plan = plan with { Faults = [.. house.Scene.Silos.Select(silo => new PlannedFault(settings.Settle, witness.Upgrade(silo.Number)))] };
            (evidence, testimony) = await new ChaosRun(settings, house, plan, witness, clock, say).RunAsync(cancellationToken);
        }
        catch (Exception e)
        {
            say.Line(cancellationToken.IsCancellationRequested ? "The run was broken off by hand." : $"The run broke off, see {folder}: {e.Message}");
            await File.AppendAllTextAsync(Path.Combine(folder, "run.txt"), $"{e}\n", CancellationToken.None);
            return 1;
        }

        IReadOnlyList<Figure> figures = [.. Assessment.Of(evidence), .. testimony];
        await EvidenceFolder.WriteAsync(folder, evidence, figures);
        Report(settings, figures, network);
        if (figures.All(figure => figure.Holds) && !keep)
            Directory.Delete(folder, recursive: true);
        else
            Console.WriteLine($"All logs are in {folder}.");
        return figures.All(figure => figure.Holds) ? 0 : 1;
    }

    private static async Task<Network.Network> LayAsync()
    {
        try
        {
            return await Namespaces.LayAsync(ChaosSettings.Silos);
        }
        catch (CommandFailedException e)
        {
            await Command.RunAsync("ip", "link", "set", "lo", "up");
            return new Loopback(e.Message);
        }
    }

    private static ChaosSettings Possible(ChaosSettings settings, Network.Network network, Say say)
    {
        if (network.WhyNoCut is null || !settings.Faults.Contains(FaultKind.Cut))
            return settings;
        say.Line($"No silo is cut off in this run: {network.WhyNoCut}.");
        return settings with { Faults = [.. settings.Faults.Where(kind => kind != FaultKind.Cut)] };
    }

    private static void Report(ChaosSettings settings, IReadOnlyList<Figure> figures, Network.Network network)
    {
        Console.WriteLine();
        foreach (var figure in figures.Where(figure => !figure.Holds))
        {
            Console.WriteLine($"FAIL {figure.Name}: {figure.Offenders.Count}");
            foreach (var offender in figure.Offenders.Take(ShownOffenders))
                Console.WriteLine($"     {offender}");
        }

        Console.WriteLine();
        Console.WriteLine("| figure | bound | result | |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var figure in figures)
            Console.WriteLine($"| {figure.Name} | {figure.Bound} | {figure.Result} | {(figure.Holds ? "PASS" : "FAIL")} |");
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{settings.Websites} websites every {settings.Interval.TotalSeconds:0} s for {settings.Length.TotalMinutes:0.#} minutes, {(settings.Faults.Count == 0 ? "an upgrade" : string.Join(", ", settings.Faults.Select(FaultNames.Of)))}; seed {settings.Seed}{(network.WhyNoCut is { } why ? $"; without cut: {why}" : "")}"));
    }
}
