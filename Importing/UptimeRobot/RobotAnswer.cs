using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeRobot;

/// <summary>A saved answer of UptimeRobot's API, version 2 or 3.</summary>
internal static class RobotAnswer
{
    public static bool Recognises(JsonElement root)
    {
        var answer = new Fields(root);
        return (answer.Have("stat", "monitors") && answer.Element("monitors").ValueKind == JsonValueKind.Array) ||
               FirstOf(root) is { } first && (first.Have("friendlyName", "type") || first.Have("friendlyName", "url"));
    }

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        var answer = new Fields(root);
        content.Source = "UptimeRobot";
        var monitors = MonitorsOf(root).ToList();
        foreach (var monitor in monitors)
            RobotMonitor.Read(monitor, choices).AddTo(content);
        if (monitors.Exists(monitor => monitor.List("alertContacts", "assignedAlertContacts").Any()))
            content.Remark("Alert contacts were left out: --email ADDRESS tells people by mail.");

        // One answer holds at most 50 monitors, and nothing warns of that but these numbers.
        if (answer.Object("pagination").Number("total") is { } total && total > monitors.Count)
            content.Remark($"The answer holds {monitors.Count} of {total:0} monitors: ask for the others with offset={monitors.Count}, and import that answer, too.");
        if (answer.Text("nextLink") is not null)
            content.Remark("The answer says that there are more monitors: ask for what 'nextLink' says, and import that answer, too.");
    }

    private static IEnumerable<Fields> MonitorsOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select(element => new Fields(element)) : new Fields(root).Objects("monitors", "data");

    private static Fields? FirstOf(JsonElement root) => MonitorsOf(root).FirstOrDefault();
}
