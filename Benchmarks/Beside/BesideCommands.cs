using System.CommandLine;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>The command line of the comparison with others.</summary>
internal static class BesideCommands
{
    public static Command Beside()
    {
        var websites = new Option<int>("--websites") { Description = "How many websites to watch.", DefaultValueFactory = _ => 1500 };
        var perSecond = new Option<int>("--per-second") { Description = "How many checks are due in a second; the interval is the websites divided by it, in whole seconds.", DefaultValueFactory = _ => 300 };
        var seconds = new Option<int>("--seconds") { Description = "How long each is measured, once it keeps the pace.", DefaultValueFactory = _ => 30 };
        var with = new Option<string>("--with")
        {
            Description = $"Whom to compare with, beside the bare client: some of {string.Join(',', Contenders.Names)}. Default: all.",
            DefaultValueFactory = _ => string.Join(',', Contenders.Names),
        };
        var beside = new Command("beside", "The product beside others' monitors on the same websites at the same pace: processor time and memory of everything that each needs.") { websites, perSecond, seconds, with };
        beside.SetAction((parsed, cancellationToken) => BesideRun.RunAsync(
            new BesidePlan(
                parsed.GetValue(websites), parsed.GetValue(perSecond), TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(with)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            cancellationToken));
        return beside;
    }
}
