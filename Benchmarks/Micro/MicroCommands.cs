using System.CommandLine;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>The command line of the small benchmarks.</summary>
internal static class MicroCommands
{
    public static Command Micro()
    {
        var filter = new Option<string?>("--filter") { Description = "Only those with this in their name, which may have * in it." };
        var thorough = new Option<bool>("--long") { Description = "Measure for as long as it takes to be sure, some minutes for each, and not for some seconds." };
        var micro = new Command("micro", "The parts of a healthy check that need no network: time and allocation of each.") { filter, thorough };
        micro.SetAction(parsed => MicroRun.Run(parsed.GetValue(filter), parsed.GetValue(thorough)));
        return micro;
    }
}
