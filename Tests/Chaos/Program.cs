using System.CommandLine;
using UptimeSquirrel.Chaos;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Network;
using UptimeSquirrel.Chaos.Upgrading;

var isShort = new Option<bool>("--short") { Description = "The form for continuous integration: fewer websites, each fault once and briefly." };
var websites = new Option<int?>("--websites") { Description = "How many websites to watch; default 3,000, shortened 300." };
var interval = new Option<int?>("--interval") { Description = "Seconds between two checks of one website; default 10, shortened 5." };
var minutes = new Option<double?>("--minutes") { Description = "How long checks are counted; default 10, shortened 2." };
var seed = new Option<int?>("--seed") { Description = "Repeats the random moments of another run, which printed it." };
var keep = new Option<bool>("--keep") { Description = "Keeps the folder with all logs also when every promise was kept." };
var faults = new Option<string?>("--faults") { Description = "Which faults: kill, freeze, stop, database-restart, database-away, cut; default all." };
faults.Validators.Add(given =>
{
    if (FaultNames.Read(given.GetValueOrDefault<string?>()).Problem is { } problem)
        given.AddError(problem);
});
var root = new RootCommand("Three silos, many websites, and everything that can go wrong, judged from outside.") { isShort, websites, interval, minutes, seed, faults, keep };
root.SetAction(async (parsed, cancellationToken) =>
{
    var whyNot = OwnNamespace.IsHere ? null : await OwnNamespace.WhyNotAsync();
    if (whyNot is null && !OwnNamespace.IsHere)
        return await OwnNamespace.RunAgainAsync(args);
    var brief = parsed.GetValue(isShort);
    var settings = new ChaosSettings
    {
        Websites = parsed.GetValue(websites) ?? (brief ? 300 : 3000),
        Interval = TimeSpan.FromSeconds(parsed.GetValue(interval) ?? (brief ? 5 : 10)),
        Length = TimeSpan.FromMinutes(parsed.GetValue(minutes) ?? (brief ? 2 : 10)),
        Seed = parsed.GetValue(seed) ?? Random.Shared.Next(1_000_000),
        Faults = FaultNames.Read(parsed.GetValue(faults)).Faults,
    };
    return await Judge.RunAsync(brief ? settings.Shortened() : settings, whyNot, parsed.GetValue(keep), before: null, cancellationToken);
});
root.Add(new UpgradeCommand(args));

// Ctrl+C ends everything that was started, which takes a moment.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
