using System.CommandLine;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>The command line of the load benchmark and of the processes that it starts.</summary>
internal static class LoadCommands
{
    private static readonly Option<int> _websites = new("--websites") { Description = "How many websites to watch.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> _interval = new("--interval") { Description = "Seconds between two checks of one website.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> _seconds = new("--seconds") { Description = "How long to measure.", DefaultValueFactory = _ => 60 };
    private static readonly Option<int> _settling = new("--settle") { Description = "Seconds to wait before, and one interval; websites that hang take a minute or two until they are known to be down.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> _latency = new("--latency") { Description = "Milliseconds that an answer takes." };
    private static readonly Option<double> _slow = new("--slow") { Description = "The share of websites that take 3 seconds; 0 to 1." };
    private static readonly Option<double> _failing = new("--failing") { Description = "The share of websites that answer 500." };
    private static readonly Option<double> _hanging = new("--hanging") { Description = "The share of websites that never answer." };

    public static Command Load()
    {
        var database = new Option<string>("--database") { Description = "'sqlite', 'postgres' (a server of its own) or a connection string of PostgreSQL.", DefaultValueFactory = _ => "sqlite" };
        var silos = new Option<int>("--silos") { Description = "How many silos; more than one need PostgreSQL.", DefaultValueFactory = _ => 1 };
        var registered = new Option<int>("--registered")
        {
            Description = "How many are registered through the client; the others are put into PostgreSQL as registration leaves them, and the silos start anew.",
            DefaultValueFactory = _ => int.MaxValue,
        };
        var restart = new Option<bool>("--restart") { Description = "At the end kill everything, start it again, and see how soon all checks are made." };
        var results = new Option<string?>("--results") { Description = "The folder to whose files the run's lines are added." };
        var load = new Command("load", "The product under load: silos, database and websites in processes of their own, measured from outside.")
        {
            _websites, _interval, _settling, _seconds, database, silos, registered, _latency, _slow, _failing, _hanging, restart, results,
        };
        load.SetAction((parsed, cancellationToken) => LoadRun.RunAsync(
            new LoadPlan(
                parsed.GetValue(_websites), TimeSpan.FromSeconds(parsed.GetValue(_interval)), TimeSpan.FromSeconds(parsed.GetValue(_settling)), TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
                parsed.GetValue(database)!,
                parsed.GetValue(silos), parsed.GetValue(registered), Plan(parsed), parsed.GetValue(restart), parsed.GetValue(results)),
            cancellationToken));
        return load;
    }

    public static Command Targets()
    {
        var log = new Option<string>("--log") { Required = true };
        var targets = new Command(TargetServer.Command, "The websites of these benchmarks; they start them themselves.") { _latency, _slow, _failing, _hanging, log };
        targets.Hidden = true;
        targets.SetAction((parsed, _) => TargetServer.ServeAsync(Plan(parsed), parsed.GetValue(log)!));
        return targets;
    }

    public static Command Bare()
    {
        var port = new Option<int>("--port");
        var perSecond = new Option<int>("--per-second");
        var bare = new Command(BareRun.Command, "The bare HTTP client at the pace of a load; that starts it itself.") { port, _websites, perSecond, _seconds };
        bare.Hidden = true;
        bare.SetAction((parsed, _) => BareRun.RunAsync(
            parsed.GetValue(port), parsed.GetValue(_websites), parsed.GetValue(perSecond), TimeSpan.FromSeconds(parsed.GetValue(_seconds))));
        return bare;
    }

    private static TargetPlan Plan(ParseResult parsed) =>
        new(TimeSpan.FromMilliseconds(parsed.GetValue(_latency)), parsed.GetValue(_slow), parsed.GetValue(_failing), parsed.GetValue(_hanging));
}
