using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>The backup file that Uptime Kuma 1.x writes, and whatever else has its monitors in a <c>monitorList</c>.</summary>
internal static class KumaBackup
{
    public static bool Recognises(JsonElement root) => new Fields(root).Have("monitorList");

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        var backup = new Fields(root);
        content.Source = $"Uptime Kuma {backup.Text("version")}".TrimEnd();
        Read(MonitorsOf(backup.Element("monitorList")), choices, content);
        foreach (var channel in backup.Objects("notificationList"))
            content.Remark(KumaChannel.Remark(channel));
        if (backup.Objects("proxyList").Any())
            content.Remark("Proxies were left out: the silos go out by themselves.");
    }

    /// <summary>Reads monitors, wherever they come from.</summary>
    public static void Read(IEnumerable<Fields> monitors, ReadingChoices choices, ListContent content)
    {
        var all = monitors.ToList();
        var groups = new KumaGroups(all);
        foreach (var monitor in all)
            KumaMonitor.Read(monitor, groups, choices).AddTo(content);
    }

    // The backup has a list, the answer to a live client an object with a member for each.
    private static IEnumerable<Fields> MonitorsOf(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array => list.EnumerateArray().Select(element => new Fields(element)),
        JsonValueKind.Object => list.EnumerateObject().Select(member => new Fields(member.Value)),
        _ => [],
    };
}
