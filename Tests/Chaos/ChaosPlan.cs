using UptimeSquirrel.Chaos.Faults;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos;

/// <summary>What will happen in a run. The same seed makes the same plan.</summary>
internal sealed record ChaosPlan(IReadOnlyList<PlannedFault> Faults, IReadOnlyList<PlannedOutage> Outages)
{
    public static ChaosPlan Make(ChaosSettings settings)
    {
        var random = new Random(settings.Seed);
        return new ChaosPlan(PlanFaults(settings, random), PlanOutages(settings, random));
    }

    // Each kind once in a random order; the time that is left over lies at random between them.
    private static List<PlannedFault> PlanFaults(ChaosSettings settings, Random random)
    {
        var faults = settings.Faults.Select(kind => Make(kind, settings, random.Next(ChaosSettings.Silos) + 1)).ToArray();
        random.Shuffle(faults);
        var spare = settings.Length - faults.Aggregate(TimeSpan.Zero, (sum, fault) => sum + fault.Lasts + settings.Settle);
        var cuts = faults.Select(_ => random.NextDouble()).Order().ToArray();
        var planned = new List<PlannedFault>();
        var before = TimeSpan.Zero;
        for (var i = 0; i < faults.Length; i++)
        {
            planned.Add(new PlannedFault(before + (spare > TimeSpan.Zero ? spare * cuts[i] : TimeSpan.Zero), faults[i]));
            before += faults[i].Lasts + settings.Settle;
        }

        return planned;
    }

    private static Fault Make(FaultKind kind, ChaosSettings settings, int silo) => kind switch
    {
        FaultKind.Kill or FaultKind.Stop => new EndFault(kind, silo, settings.SiloAway),
        FaultKind.Freeze => new FreezeFault(silo, settings.Freeze),
        FaultKind.DatabaseRestart => new DatabaseRestartFault(),
        FaultKind.DatabaseAway => new DatabaseAwayFault(settings.DatabaseAway),
        _ => new CutFault(silo, settings.Cut),
    };

    // One website has its outages in turn, each in a part of the run of its own, and all are over at its end.
    private static List<PlannedOutage> PlanOutages(ChaosSettings settings, Random random)
    {
        var websites = Enumerable.Range(0, settings.Websites).ToArray();
        random.Shuffle(websites);
        var part = settings.Length / settings.OutagesPerWebsite;
        var planned = new List<PlannedOutage>();
        foreach (var website in websites.Take((int)Math.Ceiling(settings.Websites * settings.DownShare)))
            for (var turn = 0; turn < settings.OutagesPerWebsite; turn++)
            {
                var length = settings.ShortestOutage + (settings.LongestOutage - settings.ShortestOutage) * random.NextDouble();
                var room = part - length - settings.Interval * 2;
                if (room > TimeSpan.Zero)
                    planned.Add(new PlannedOutage(website, part * turn + room * random.NextDouble(), length));
            }

        return planned;
    }
}
