using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>A silo that is killed where a test wants it, a website to switch off, and a mail server. The silo is the one people get; <c>Tests/Faults</c> is loaded into it.</summary>
internal sealed partial class KillScene : IAsyncDisposable
{
    // A run of all moments takes long, and the machine may have much else to do meanwhile.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder;
    private readonly KillDatabase _database;
    private readonly LocalWebsite _shop;
    private readonly SiloProcess _silo;
    private readonly Squirrel _squirrel;

    private KillScene(TemporaryFolder folder, KillDatabase database, MailServer mail, LocalWebsite shop, SiloProcess silo)
    {
        (_folder, _database, Mail, _shop, _silo) = (folder, database, mail, shop, silo);
        _squirrel = new Squirrel(folder.Path, silo.Cluster);
    }

    private MailServer Mail { get; }

    private string Fault => _folder.File("fault");

    public static async Task<KillScene> BeginAsync(KillDatabase database, params string[] arguments)
    {
        var folder = new TemporaryFolder();
        var mail = await MailServer.StartAsync();
        var silo = SiloProcess.Launch(
            folder.Path,
            new Dictionary<string, string> { ["DOTNET_STARTUP_HOOKS"] = Built.Faults },
            ["--Email:Host=127.0.0.1", $"--Email:Port={mail.Port}", "--Email:Security=None", "--Email:From=squirrel@monitor.example",
             "--Checks:FlappingOutages=0", "--Alerts:MailsPerHour=0", .. database.Arguments, .. arguments]);
        await silo.ReadyAsync();
        var scene = new KillScene(folder, database, mail, await LocalWebsite.StartAsync(), silo);
        await scene._squirrel.MustAsync("add", scene._shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--name", "Shop", "--every", "1s");
        return scene;
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _shop.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    // One outage from its beginning to its end; the silo runs again whenever it was killed on the way.
    private async Task<Story?> TellAsync(Func<int, Task<bool>> killAsync, bool isPoked = false, params string[] told)
    {
        var alreadyHere = Mail.Messages.Count;
        await StandsAsync("up");
        var isReached = await killAsync(alreadyHere);
        _shop.Answer = Answers.Status(503);
        await RunsAgainAsync();
        if (isPoked)
            await _squirrel.MustAsync("owner", "show", "team");
        foreach (var subject in told.DefaultIfEmpty("DOWN"))
            await ToldAsync(alreadyHere, subject);
        _shop.Answer = Answers.Ok;
        await ToldAsync(alreadyHere, "UP again");
        await NothingWaitsAsync();
        return isReached ? new Story([.. Mail.Messages.Skip(alreadyHere)]) : null;
    }

    // Ends when the silo has been killed at all of these moments, one in each of its lives, or when what they were for is over.
    private async Task<bool> IsKilledAsync(IReadOnlyList<string> moments, Func<Task> begin, Func<bool> isOver, TimeSpan? afterwards = null)
    {
        await File.WriteAllLinesAsync(Fault, moments);
        await begin();
        var lives = 0;
        while (true)
        {
            await Eventually.HoldsAsync(() => _silo.Process.HasExited || isOver(), _patience);
            if (!await HasEndedAsync(moments[lives], afterwards ?? TimeSpan.FromSeconds(3)) || ++lives == moments.Count)
                break;
            await _silo.LaunchAgainAsync();
        }

        File.Delete(Fault);
        return lives == moments.Count;
    }

    // A moment that belongs to what is over comes soon after it, or is no such moment.
    private async Task<bool> HasEndedAsync(string moment, TimeSpan afterwards)
    {
        if (!_silo.Process.HasExited)
            await Task.WhenAny(_silo.Process.ExitAsync(_patience), Task.Delay(afterwards, TimeProvider.System));
        if (!_silo.Process.HasExited)
            return false;
        (await _silo.Process.ExitAsync(_patience)).ShouldBe(128 + 9, $"{moment}\n{_silo.Process.Output}");
        return true;
    }

    private Task RunsAgainAsync() => _silo.Process.HasExited ? _silo.StartAgainAsync() : Task.CompletedTask;

    private Task ToldAsync(int alreadyHere, string subject) => Eventually.HoldsAsync(() => IsTold(alreadyHere, subject), _patience);

    private bool IsTold(int alreadyHere, string subject) => Mail.Messages.Skip(alreadyHere).Any(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal));

    private Task StandsAsync(string standing) => Eventually.GetAsync(
        async () => (await _squirrel.RunAsync("status", _shop.Url.Text, "--json")) is { Output.Length: > 0 } answer ? answer.Json.GetProperty("standing").GetString() : null,
        seen => seen == standing, _patience);

    private Task NothingWaitsAsync() => Eventually.GetAsync(
        async () => (await _squirrel.RunAsync("owner", "show", "team", "--json")) is { ExitCode: 0 } answer ? answer.Json.GetProperty("waitingAlerts").GetInt32() : -1,
        count => count == 0 && SpooledBytes == 0, _patience);

    private long SpooledBytes => Directory.Exists(_folder.File("data/journal-spill"))
        ? Directory.GetFiles(_folder.File("data/journal-spill"), "alerts-*.spool").Sum(path => new FileInfo(path).Length)
        : 0;
}
