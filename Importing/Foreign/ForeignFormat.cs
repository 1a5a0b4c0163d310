using System.Text.Json;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>One way in which another product writes its list.</summary>
/// <param name="Name">What people call it, for a message.</param>
/// <param name="Recognises">Whether a tree, of JSON or YAML, is one.</param>
/// <param name="Read">Reads it.</param>
internal sealed record ForeignFormat(string Name, Func<JsonElement, bool> Recognises, Action<JsonElement, ReadingChoices, ListContent> Read)
{
    /// <summary>All of them; the first that recognises a tree reads it.</summary>
    public static IReadOnlyList<ForeignFormat> All { get; } =
    [
        new("UptimeSquirrel", Ours.OurList.Recognises, Ours.OurList.Read),
        new("Uptime Kuma", UptimeKuma.KumaBackup.Recognises, UptimeKuma.KumaBackup.Read),
        new("UptimeRobot", UptimeRobot.RobotAnswer.Recognises, UptimeRobot.RobotAnswer.Read),
        new("Better Stack", BetterStack.BetterStackAnswer.Recognises, BetterStack.BetterStackAnswer.Read),
        new("Gatus", Gatus.GatusConfig.Recognises, Gatus.GatusConfig.Read),
        new("upptime", Upptime.UpptimeConfig.Recognises, Upptime.UpptimeConfig.Read),
        new("statping", Statping.StatpingExport.Recognises, Statping.StatpingExport.Read),
        new("Prometheus", Prometheus.PrometheusTargets.Recognises, Prometheus.PrometheusTargets.Read),
        new("Checkmate", Checkmate.CheckmateList.Recognises, Checkmate.CheckmateList.Read),
    ];

    /// <summary>Reads a tree that one of them must be.</summary>
    /// <exception cref="NoListException">None is.</exception>
    public static ListContent ReadTree(JsonElement root, ReadingChoices choices, string language)
    {
        var format = All.FirstOrDefault(format => format.Recognises(root)) ?? throw new NoListException(Prometheus.BlackboxModules.AreIn(root)
            ? "The file holds modules of the Prometheus blackbox exporter, but no targets: give the list of targets, and this file with --modules."
            : $"The file is {language}, but no list of a product we know: expected one of {string.Join(", ", All.Select(format => format.Name))}.");
        var content = new ListContent { Source = format.Name, Most = choices.MostEntries };
        format.Read(root, choices, content);
        return content;
    }
}
