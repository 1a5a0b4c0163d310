using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>A way in which Uptime Kuma tells people. None is taken over: they hold secrets, and nobody is to be told twice while both run.</summary>
internal static class KumaChannel
{
    public static string Remark(Fields channel)
    {
        // Its settings are JSON within a text of the JSON.
        var config = JsonText.TryParse(channel.Text("config")) is { } inner ? new Fields(inner) : channel.Object("config");
        var kind = config.Text("type") ?? channel.Text("type") ?? "unknown";
        var name = PlainText.Start(channel.Text("name") ?? config.Text("name") ?? "without a name", 60);
        return (kind, config.Text("smtpTo")) switch
        {
            ("smtp", { } to) => $"The notification '{name}' was left out: --email {PlainText.Start(to.Split(',', ';')[0].Trim(), 80)} tells the same people by mail.",
            ("smtp", _) => $"The notification '{name}' was left out: --email ADDRESS tells people by mail.",
            _ => $"The notification '{name}' ({PlainText.Start(kind, 30)}) was left out: 'squirrel owner channel kinds' says what there is instead.",
        };
    }
}
