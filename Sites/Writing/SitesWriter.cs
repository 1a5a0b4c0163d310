using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Sites.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Writing;

/// <summary>Writes the file that says of everything that it is to be as it is. Secrets are variables of the environment in it.</summary>
/// <param name="kinds">The ways of telling people that this installation knows: they say what is a secret.</param>
internal sealed class SitesWriter(IReadOnlyList<ChannelKind> kinds)
{
    private readonly YamlText yaml = new();
    private readonly List<string> variables = [];

    /// <summary>The variables that somebody has to set before the file can be applied, in the order of the file.</summary>
    public IReadOnlyList<string> Variables => variables;

    /// <summary>The file.</summary>
    /// <param name="owners">How each owner is told, with their windows.</param>
    /// <param name="websites">The websites, each with what a new one of its owner would be.</param>
    public string Write(IReadOnlyList<(OwnerStatus Status, IReadOnlyList<PlannedMaintenance> Windows)> owners, IReadOnlyList<(WebsiteStatus Status, WebsiteSettings Usual)> websites)
    {
        yaml.List("owners", owners, owner => Owner(owner.Status, owner.Windows));
        yaml.List("websites", websites, website => Website(website.Status, website.Usual));
        var heading = variables.Count == 0 ? "" : $"# Secrets are not in this file. Set these variables of the environment first: {string.Join(", ", variables)}\n";
        return heading + yaml;
    }

    private void Website(WebsiteStatus website, WebsiteSettings usual)
    {
        yaml.Pair("url", website.Url.Text);
        yaml.Pair("owner", website.Owner.Text);
        var usually = SaidSettings.Of(website.Url, usual).ToDictionary(setting => setting.Name, setting => setting.Value);
        foreach (var (name, value) in SaidSettings.Of(website.Url, website.Settings))
        {
            // The interval is what everybody wants to see; the rest is said where it is other than it would be anyway.
            if (name != "every" && IsSame(value, usually.GetValueOrDefault(name)))
                continue;
            var prefix = $"{website.Owner}_{website.Settings.Name}_{name}";
            switch (value)
            {
                case null:
                    yaml.Pair(name, WebsiteEntry.AsConfigured);
                    break;
                case IReadOnlyList<string> texts:
                    yaml.Texts(name, texts);
                    break;
                case IReadOnlyList<(string Name, string Value)> pairs:
                    yaml.Pairs(name, pairs.Select(pair => (pair.Name, pair.Value == SaidSettings.Secret ? Variable($"{prefix}_{pair.Name}") : Literal(pair.Value))));
                    break;
                case SaidSettings.Secret:
                    yaml.Pair(name, Variable(prefix));
                    break;
                case string text:
                    yaml.Pair(name, Literal(text));
                    break;
            }
        }
        if (website.Standing == Standing.Paused)
            yaml.Pair("paused", "yes");
    }

    private void Owner(OwnerStatus owner, IReadOnlyList<PlannedMaintenance> windows)
    {
        yaml.Pair("id", owner.Id.Text);
        yaml.Texts("emails", [.. owner.Emails.Select(email => email.Text)]);
        if (owner.Channels.Where(channel => channel.Kind != "email").ToList() is { Count: > 0 } channels)
            yaml.List("channels", channels, channel => Channel(owner.Id, channel));
        if (owner.Quiet is { } quiet)
            yaml.Pairs("quiet-hours",
            [
                ("from", quiet.From.ToString("HH:mm", null)), ("to", quiet.To.ToString("HH:mm", null)), ("zone", quiet.Zone),
                .. quiet.Days.Count > 0 ? [("days", string.Join(',', quiet.Days.Select(WeekDays.NameOf)))] : Array.Empty<(string, string)>(),
                ("hold-all", quiet.HoldsAll ? "yes" : "no"),
            ]);
        if (owner.DigestWindow is { } window)
            yaml.Pair("digest-window", Duration.Format(window));
        if (owner.Report is { } report)
            yaml.Pairs("report", [("every", report.Period == ReportPeriod.Weekly ? "week" : "month"), ("zone", report.Zone)]);
        if (windows.Count > 0)
            yaml.List("maintenance", windows, planned => Window(planned.Window));
    }

    private void Channel(OwnerId owner, ContactChannel channel)
    {
        yaml.Pair("kind", channel.Kind);
        var secrets = kinds.FirstOrDefault(kind => kind.Name == channel.Kind)?.SecretNames() ?? [];
        yaml.Pairs("settings", channel.Settings.Select(setting =>
            (setting.Key, secrets.Contains(setting.Key) ? Variable($"{owner}_{channel.Id}_{setting.Key}") : Literal(setting.Value))));
        if (channel.Use.After is { } after)
            yaml.Pair("after", Duration.Format(after));
        if (channel.Use.Only is { } only)
            yaml.Pair("only", only);
    }

    private void Window(MaintenanceWindow window)
    {
        yaml.Pair("name", DeclaredWindow.NameOf(window.Id) ?? window.Id);
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)
            [
                ("website", window.Url?.Text), ("tag", window.Tag), ("from", Moment(window.From)), ("to", Moment(window.To)), ("cron", window.Cron),
                ("for", window.Length is { } length ? Duration.Format(length) : null), ("zone", window.Zone),
            ])
            if (value is not null)
                yaml.Pair(name, Literal(value));
    }

    private string Variable(string prefix)
    {
        var name = string.Concat(prefix.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')).Trim('_');
        name = char.IsAsciiDigit(name[0]) ? $"_{name}" : name;
        var unique = name;
        for (var number = 2; variables.Contains(unique); number++)
            unique = $"{name}_{number}";
        variables.Add(unique);
        return $"${{{unique}}}";
    }

    // What looks like a variable would be put in.
    private static string Literal(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsSame(object? one, object? other) => (one, other) switch
    {
        (IReadOnlyList<string> here, IReadOnlyList<string> there) => here.SequenceEqual(there),
        (IReadOnlyList<(string, string)> here, IReadOnlyList<(string, string)> there) => here.SequenceEqual(there),
        _ => Equals(one, other),
    };
}
