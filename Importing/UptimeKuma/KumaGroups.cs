using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>Which groups a monitor is in. Groups are monitors themselves, and may be in groups.</summary>
internal sealed class KumaGroups
{
    private const int Deepest = 20;

    private readonly Dictionary<string, Fields> groups = [];

    public KumaGroups(IEnumerable<Fields> monitors)
    {
        foreach (var monitor in monitors)
            if (monitor.Text("type") == "group" && monitor.Text("id") is { } id)
                groups.TryAdd(id, monitor);
    }

    /// <summary>The names of the groups around a monitor, from the inside out.</summary>
    public IEnumerable<string> Around(Fields monitor) => GroupsAround(monitor).Select(group => group.Text("name")).OfType<string>();

    /// <summary>Whether one of them is paused, and so all that is in it.</summary>
    public bool ArePaused(Fields monitor) => GroupsAround(monitor).Any(group => group.Flag("active") == false);

    private IEnumerable<Fields> GroupsAround(Fields monitor)
    {
        for (var depth = 0; depth < Deepest && monitor.Text("parent") is { } parent && groups.TryGetValue(parent, out var group); depth++)
        {
            yield return group;
            monitor = group;
        }
    }
}
