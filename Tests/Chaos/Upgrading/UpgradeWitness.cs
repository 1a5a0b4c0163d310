using System.Globalization;
using Npgsql;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>Sees to it that an upgrade finds something it could lose, and looks whether it did.</summary>
internal sealed class UpgradeWitness : IWitness, IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    // A batch of the journal may still be under way.
    private static readonly TimeSpan _underWay = TimeSpan.FromSeconds(5);

    private readonly House _house;
    private readonly ChaosSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly Squirrel _old;
    private readonly Squirrel _present;
    private readonly Doors _doors;
    private readonly Hook _hook;
    private readonly Keepsakes _keepsakes;
    private readonly NpgsqlDataSource _database;
    private readonly List<string> _schema = [];
    private Archive? _archive;
    private int _toldByHook;

    public UpgradeWitness(House house, ChaosSettings settings, Programs before, TimeProvider clock, Action<string> say)
    {
        (_house, _settings, _clock, _say) = (house, settings, clock, say);
        (_old, _present) = (new Squirrel(before, house.Gateways), new Squirrel(Programs.OfThisBuild, house.Gateways));
        _doors = new Doors(house.Scene.Silos, clock);
        _hook = new Hook(house.Scene.Network.Website(house.Targets.Count + 1));
        _keepsakes = new Keepsakes(house.Targets, settings.Websites, _old, _present, _hook.Url);
        _database = NpgsqlDataSource.Create(house.Scene.Database.ConnectionString);
    }

    public string Recipient => Keepsakes.Mail;

    public UpgradeFault Upgrade(int silo) => new(silo, () => _house.CommandOf(silo, Programs.OfThisBuild), _doors.Replacing, UpgradedAsync);

    public async Task ArriveAsync(CancellationToken cancellationToken)
    {
        await _keepsakes.GiveAsync(_settings.Interval);
        _say("the old version has been given one of each thing it knows");
        foreach (var website in (int[])[_keepsakes.Past, _keepsakes.Down, _keepsakes.TakenOn, _keepsakes.InMaintenance])
            _house.Targets.SetDown(website, true);
        var expected = _keepsakes.HasMaintenance ? 3 : 4;
        await MailsAsync("DOWN", expected);
        _house.Targets.SetDown(_keepsakes.Past, false);
        await MailsAsync("UP", 1);
        await StandsAsync(_old, _keepsakes.InMaintenance, "down");
        try
        {
            await _old.DoAsync("ack", _keepsakes.Url(_keepsakes.TakenOn), "--note", "on it", "--by", "root");
        }
        catch (CommandFailedException e) when (e.Message.Contains("is not a command of", StringComparison.Ordinal))
        {
            _say("the old version has no acknowledgements");
        }

        await OpenDoorsAsync();
        await _keepsakes.AskAsync();
        _archive = await Archive.TakeStockAsync(_database, _clock.GetUtcNow() - _underWay);
        _toldByHook = _hook.Calls;
        _schema.Add(await SchemaAsync());
        _say("the old version has been asked what it knows");
    }

    public Task WatchAsync(CancellationToken over) => _doors.AskOnAsync(over);

    public async Task<IReadOnlyList<Figure>> TestifyAsync(CancellationToken cancellationToken)
    {
        var figures = new List<Figure> { _doors.Figure(), await _keepsakes.CompareAsync(), await _archive!.CompareAsync(_database), Schema() };
        figures.Add(await ToldAsync());
        figures.Add(await NewThingsAsync());
        figures.Add(_keepsakes.Missing);
        return figures;
    }

    public async ValueTask DisposeAsync()
    {
        _doors.Dispose();
        await _hook.DisposeAsync();
        await _database.DisposeAsync();
    }

    // Clients of both versions, each with silos of both.
    private async Task UpgradedAsync(int silo)
    {
        _schema.Add(await SchemaAsync());
        foreach (var squirrel in (Squirrel[])[_old, _present])
            await squirrel.AskAsync("status", _keepsakes.Url(_keepsakes.Down));
        _say($"silo {silo} is of the new version; clients of both versions are answered");
    }

    private async Task OpenDoorsAsync()
    {
        if (await KeyMaker.MakeAsync(_house.Scene.Silos) is { } key)
            _doors.Add("/api/v1/websites?limit=20", key);
        if (_keepsakes.HasPage)
            _doors.Add("/status/kept");
        if (_keepsakes.Ping is { } ping)
            _doors.Add(ping);
        _doors.Add("/readyz");

        // A key, and a page, may need some seconds until every silo knows them.
        await Eventually.HoldsAsync(async () => (await _doors.AskAllAsync()).Count == 0, _patience);
    }

    private Figure Schema() => new("steps of the schema: at first, and after each silo", "all with the first silo", string.Join(", ", _schema), _schema.Skip(1).Distinct().Count() == 1 ? [] : ["the first silo of the new version did not bring the schema up to date"]);

    // What went on all along ends now: that is told, once, and nothing was told of it meanwhile.
    private async Task<Figure> ToldAsync()
    {
        var before = Mails();
        _house.Targets.SetDown(_keepsakes.Down, false);
        _house.Targets.SetDown(_keepsakes.TakenOn, false);
        await MailsAsync("UP", 3);
        if (_keepsakes.HasMaintenance)
            await EndMaintenanceAsync();
        _house.Targets.SetDown(_keepsakes.InMaintenance, false);
        await MailsAsync("UP", 4);
        foreach (var website in (int[])[_keepsakes.Down, _keepsakes.TakenOn, _keepsakes.InMaintenance])
            await StandsAsync(_present, website, "up");
        var expected = _keepsakes.HasMaintenance ? (3, 1) : (4, 1);
        var after = Mails();
        List<string> offenders = [];
        if (before != expected)
            offenders.Add($"{before} mails DOWN and UP had come when the last silo was upgraded, not {expected}");
        if (after != (4, 4))
            offenders.Add($"{after} mails DOWN and UP have come in the end, not (4, 4)");
        if (_hook.Strangers > 0)
            offenders.Add($"{_hook.Strangers} calls to the webhook came without its token");
        if (_keepsakes.HasHook && _hook.Calls - _toldByHook != after.Down + after.Up - expected.Item1 - expected.Item2)
            offenders.Add($"the webhook was told {_hook.Calls - _toldByHook} times");
        return new Figure("what was down all along: told once, over each channel, and its end", "once", string.Create(CultureInfo.InvariantCulture, $"{after.Down} mails DOWN, {after.Up} UP, {_hook.Calls} calls"), offenders);
    }

    private async Task EndMaintenanceAsync()
    {
        foreach (var window in (await _present.AskAsync("maintenance", "list", "--owner", Keepsakes.Owner)).AsArray())
            await _present.DoAsync("maintenance", "remove", (string)window!["id"]!, "--owner", Keepsakes.Owner);
        await MailsAsync("DOWN", 4);
    }

    private async Task<Figure> NewThingsAsync()
    {
        List<string> offenders = [.. await _doors.AskAllAsync()];
        try
        {
            await _present.DoAsync("owner", "test", Keepsakes.Owner);
            await _present.DoAsync("resume", _keepsakes.Url(_keepsakes.Paused));
            await StandsAsync(_present, _keepsakes.Paused, "up");
            if (_keepsakes.HasSecrets)
                await StandsAsync(_present, _keepsakes.Locked, "up");
        }
        catch (Exception e) when (e is CommandFailedException or TimeoutException)
        {
            offenders.Add(e.Message);
        }

        return new Figure("keys, pages, channels, secrets and paused websites that work no more", "0", $"{offenders.Count}", offenders);
    }

    private (int Down, int Up) Mails() => (Count("DOWN"), Count("UP"));

    private int Count(string word) => _house.Mail.Messages.Count(mail => mail.Recipient == Keepsakes.Mail && mail.Subject.StartsWith(word, StringComparison.Ordinal));

    private Task MailsAsync(string word, int count) => Eventually.TrueAsync(
        () => Task.FromResult(Count(word) >= count), _patience, () => $"{count} mails {word} were expected and {Count(word)} have come.");

    private Task StandsAsync(Squirrel squirrel, int website, string standing) => Eventually.TrueAsync(
        async () => (string?)(await squirrel.AskAsync("status", _keepsakes.Url(website)))["standing"] == standing, _patience, () => $"{_keepsakes.Url(website)} is not {standing}.");

    private async Task<string> SchemaAsync()
    {
        await using var command = _database.CreateCommand("select count(*) from schema_version");
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }
}
