using System.Text.Json.Nodes;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>What an installation is given by its old version, and what the new one must still know of it: one of each thing there is.</summary>
internal sealed class Keepsakes(Targets targets, int first, Squirrel old, Squirrel present, string hook)
{
    public const string Owner = "keeper";
    public const string Mail = "keeper@chaos.example";

    /// <summary>How many websites it needs beyond those that are counted.</summary>
    public const int Websites = 6;

    // How a version says that it has no such command, option or kind of check.
    private static readonly string[] _hasNot = ["is not a command of", "is not an option of", "one value too many", "can be watched"];

    // What changes by itself while websites are watched.
    private static readonly HashSet<string> _moving = ["lastCheck", "sightings", "warnings", "heartbeat", "callsTo", "deliveries", "nextAttemptAt", "lastFailure", "uptime"];
    private static readonly HashSet<string> _movingOfAll = [.. _moving, "standing", "since", "incident", "quiet"];

    private readonly List<string> _missing = [];
    private readonly List<(string Name, string[] Question, HashSet<string> Moving, JsonNode Answer)> _answers = [];

    /// <summary>Was down, and is up again, before the upgrade.</summary>
    public int Past => first;

    /// <summary>Is down all along.</summary>
    public int Down => first + 1;

    /// <summary>Is down all along, and somebody has taken that on.</summary>
    public int TakenOn => first + 2;

    /// <summary>Is down all along, in maintenance.</summary>
    public int InMaintenance => first + 3;

    /// <summary>Is not watched for now.</summary>
    public int Paused => first + 4;

    /// <summary>Wants a token, which is a secret.</summary>
    public int Locked => first + 5;

    public bool HasSecrets { get; private set; }
    public bool HasMaintenance { get; private set; }
    public bool HasPage { get; private set; }
    public bool HasHook { get; private set; }

    /// <summary>Where a job calls; null when the old version knows no jobs.</summary>
    public string? Ping { get; private set; }

    public Figure Missing => new("not tried, because the old version has no such thing", "", _missing.Count == 0 ? "nothing" : string.Join(", ", _missing), []);

    public string Url(int website) => targets.Url(website);

    public async Task GiveAsync(TimeSpan interval)
    {
        targets.Want(Locked, "Bearer sesame");
        await old.DoAsync("owner", "set", Owner, "--email", Mail);
        foreach (var website in (int[])[Past, Down, TakenOn, InMaintenance, Paused])
            await old.DoAsync("add", Url(website), "--owner", Owner, "--name", $"Website {website}", "--every", $"{interval.TotalSeconds:0}s", "--tag", "kept");
        await old.DoAsync("pause", Url(Paused));
        HasSecrets = await TryAsync("secrets of websites", "add", Url(Locked), "--owner", Owner, "--every", $"{interval.TotalSeconds:0}s", "--bearer", "sesame");
        HasHook = await TryAsync("channels", "owner", "channel", "add", Owner, "webhook", "--set", $"url={hook}", "--set", $"token={Hook.Token}");
        await TryAsync("templates", "owner", "template", "set", Owner, "email", "--body", "{{ headline }}");
        await TryAsync("defaults", "owner", "defaults", Owner, "--timeout", "4s");
        HasMaintenance = await TryAsync("maintenance", "maintenance", "add", "--for", "2h", "--website", Url(InMaintenance), "--owner", Owner);
        await TryAsync("maintenance again and again", "maintenance", "add", "--cron", "0 2 * * SUN", "--for", "1h", "--zone", "Europe/Berlin", "--tag", "kept", "--owner", Owner);
        HasPage = await TryAsync("status pages", "page", "create", "kept", "--title", "Kept") &&
                  await TryAsync("status pages", "page", "website", "add", "kept", Url(Past), "--name", "Checkout") &&
                  await TryAsync("announcements", "page", "announce", "kept", "A notice", "--text", "It is kept.");
        if (await TryAsync("jobs", "add", "heartbeat://nightly", "--owner", Owner, "--every", "1h"))
            Ping = await PingAsync(old);
    }

    /// <summary>Asks what will be asked again.</summary>
    public async Task AskAsync()
    {
        await NoteAsync("all websites", _movingOfAll, "list");
        await NoteAsync("standings and incidents", _moving, "list", "--owner", Owner);
        await NoteAsync("a status", _moving, "status", Url(TakenOn));
        await NoteAsync("the owner", _moving, "owner", "show", Owner);
        if (HasMaintenance)
            await NoteAsync("maintenance", _moving, "maintenance", "list", "--owner", Owner);
        if (HasPage)
            await NoteAsync("a status page", _moving, "page", "show", "kept");
    }

    /// <summary>Asks the new client what the old one was asked.</summary>
    public async Task<Figure> CompareAsync()
    {
        var offenders = new List<string>();
        foreach (var (name, question, moving, answer) in _answers)
            offenders.AddRange(Losses.Between(answer, await present.AskAsync(question), moving, name));
        if (Ping is not null && await PingAsync(present) is var ping && ping != Ping)
            offenders.Add($"a job had to call {Ping} and has to call {ping}");
        return new Figure("what the new client no longer shows, or shows otherwise", "nothing", $"{offenders.Count} of {string.Join(", ", _answers.Select(answer => answer.Name))}", offenders);
    }

    private async Task NoteAsync(string name, HashSet<string> moving, params string[] question) =>
        _answers.Add((name, question, moving, await old.AskAsync(question)));

    private static async Task<string> PingAsync(Squirrel squirrel) => new Uri((string)(await squirrel.AskAsync("status", "heartbeat://nightly", "--owner", Owner, "--verbose"))["callsTo"]!).AbsolutePath;

    private async Task<bool> TryAsync(string what, params string[] arguments)
    {
        try
        {
            await old.DoAsync(arguments);
            return true;
        }
        catch (CommandFailedException e) when (_hasNot.Any(sign => e.Message.Contains(sign, StringComparison.Ordinal)))
        {
            _missing.Add(what);
            return false;
        }
    }
}
