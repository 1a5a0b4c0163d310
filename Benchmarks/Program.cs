using System.CommandLine;
using UptimeSquirrel.Benchmarks.Load;

var websites = new Option<int>("--websites") { Description = "How many websites to watch.", DefaultValueFactory = _ => 1000 };
var interval = new Option<int>("--interval") { Description = "Seconds between two checks of one website.", DefaultValueFactory = _ => 10 };
var seconds = new Option<int>("--seconds") { Description = "How long to measure, after one interval to settle.", DefaultValueFactory = _ => 120 };
var database = new Option<string?>("--database") { Description = "A connection string; without one, a fresh SQLite file." };
var load = new Command("load", "The product under load: a silo process, this process as all its websites, measured from outside.") { websites, interval, seconds, database };
load.SetAction(async (parsed, cancellationToken) => await LoadRun.RunAsync(
    new LoadPlan(parsed.GetValue(websites), TimeSpan.FromSeconds(parsed.GetValue(interval)), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(database)),
    cancellationToken));
return await new RootCommand("What UptimeSquirrel costs.") { load }.Parse(args).InvokeAsync();
