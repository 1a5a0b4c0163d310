using System.CommandLine;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What can be said about warnings, wherever a website's settings are.</summary>
internal sealed class WarningOptions
{
    private readonly Option<TimeSpan?> slowAfter = Reading.ValueOption<TimeSpan>("--slow-after", "2s", "Tell when several checks in a row take longer than this; 0 = never.", Duration.TryParse);
    private readonly Option<Switch?> certificate = Switches.Option("--certificate-warnings", "Whether to tell when its certificate expires soon.");
    private readonly Option<Switch?> domain = Switches.Option("--domain-warnings", "Whether to tell when its domain expires soon.");

    public void AddTo(Command command)
    {
        command.Add(slowAfter);
        command.Add(certificate);
        command.Add(domain);
    }

    /// <summary>What was said; null when nothing was.</summary>
    public WarningSettings? Read(Call call)
    {
        var said = new WarningSettings { SlowAfter = call.Get(slowAfter), Certificate = Switches.IsOn(call, certificate), Domain = Switches.IsOn(call, domain) };
        return said == new WarningSettings() ? null : said;
    }
}
