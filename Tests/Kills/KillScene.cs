using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>A silo that is killed where a test wants it, a website to switch off, and a mail server. The silo is the one people get; <c>Tests/Faults</c> is loaded into it.</summary>
internal sealed class KillScene : IAsyncDisposable
{
    // A run of all moments takes half an hour, in which the machine may have much else to do.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder;
    private readonly LocalWebsite _shop;
    private readonly SiloProcess _silo;
    private readonly Squirrel _squirrel;

    private KillScene(TemporaryFolder folder, MailServer mail, LocalWebsite shop, SiloProcess silo)
    {
        (_folder, Mail, _shop, _silo) = (folder, mail, shop, silo);
        _squirrel = new Squirrel(folder.Path, silo.Cluster);
    }

    public MailServer Mail { get; }

    public static async Task<KillScene> BeginAsync(string? database = null)
    {
        var folder = new TemporaryFolder();
        var mail = await MailServer.StartAsync();
        var silo = SiloProcess.Launch(
            folder.Path,
            new Dictionary<string, string> { ["DOTNET_STARTUP_HOOKS"] = Built.Faults },
            ["--Email:Host=127.0.0.1", $"--Email:Port={mail.Port}", "--Email:Security=None", "--Email:From=squirrel@monitor.example",
             "--Checks:FlappingOutages=0", "--Alerts:MailsPerHour=0", .. database is null ? Array.Empty<string>() : [$"--Database:ConnectionString={database}", "--Cluster:AdvertisedAddress=127.0.0.1"]]);
        await silo.ReadyAsync();
        var scene = new KillScene(folder, mail, await LocalWebsite.StartAsync(), silo);
        await scene._squirrel.MustAsync("add", scene._shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--name", "Shop", "--every", "1s");
        return scene;
    }

    /// <summary>Has the website go down and the silo killed at this moment, then starts the silo again and lets the website come back.</summary>
    /// <param name="moment">See <c>Tests/Faults/FaultPoints.cs</c>.</param>
    /// <param name="isPoked">Whether somebody asks for the owner after the start, so that the test need not wait for the owner's reminder.</param>
    /// <returns>What was told of this outage; null when there was no such moment.</returns>
    public Task<Story?> KillAtAsync(string moment, bool isPoked) => TellAsync(
        async alreadyHere =>
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.Path, "fault"), moment);
            _shop.Answer = Answers.Status(503);
            await Eventually.HoldsAsync(() => _silo.Process.HasExited || Told(alreadyHere, "DOWN").Count > 0, _patience);
            var isReached = await HasEndedAsync(moment);
            File.Delete(Path.Combine(_folder.Path, "fault"));
            return isReached;
        },
        isPoked);

    /// <summary>The same, with the silo killed from outside while the mail server keeps it waiting at this step.</summary>
    public Task<Story?> KillAtAsync(MailStep step) => TellAsync(
        async _ =>
        {
            Mail.HangAt(step);
            _shop.Answer = Answers.Status(503);
            await Mail.WaitForStepAsync(step);
            (await _silo.Process.KillAsync()).ShouldBe(128 + 9);
            Mail.BehaveAgain();
            return true;
        },
        isPoked: false);

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _shop.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<Story?> TellAsync(Func<int, Task<bool>> killAsync, bool isPoked)
    {
        var alreadyHere = Mail.Messages.Count;
        await StandsAsync("up");
        var isReached = await killAsync(alreadyHere);
        if (isReached)
            await _silo.StartAgainAsync();
        if (isPoked)
            await _squirrel.MustAsync("owner", "show", "team");
        await Eventually.HoldsAsync(() => Told(alreadyHere, "DOWN").Count > 0, _patience);
        _shop.Answer = Answers.Ok;
        await Eventually.HoldsAsync(() => Told(alreadyHere, "UP again").Count > 0, _patience);
        await NothingWaitsAsync();
        return isReached ? new Story([.. Mail.Messages.Skip(alreadyHere)]) : null;
    }

    // The moments of a first alert are over when its mail is here, but for the note that it was delivered: that comes soon, or is no such moment.
    private async Task<bool> HasEndedAsync(string moment)
    {
        if (!_silo.Process.HasExited)
            await Task.WhenAny(_silo.Process.ExitAsync(TimeSpan.FromSeconds(5)), Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System));
        if (!_silo.Process.HasExited)
            return false;
        (await _silo.Process.ExitAsync(_patience)).ShouldBe(128 + 9, $"{moment}\n{_silo.Process.Output}");
        return true;
    }

    private List<ReceivedMail> Told(int alreadyHere, string subject) =>
        [.. Mail.Messages.Skip(alreadyHere).Where(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal))];

    private Task StandsAsync(string standing) => Eventually.GetAsync(
        async () => (await _squirrel.RunAsync("status", _shop.Url.Text, "--json")) is { Output.Length: > 0 } answer ? answer.Json.GetProperty("standing").GetString() : null,
        seen => seen == standing, _patience);

    private Task NothingWaitsAsync() => Eventually.GetAsync(
        async () => (await _squirrel.MustAsync("owner", "show", "team", "--json")).Json.GetProperty("waitingAlerts").GetInt32(), count => count == 0, _patience);
}

/// <summary>The mails about one outage, from its beginning to its end.</summary>
internal sealed record Story(IReadOnlyList<ReceivedMail> Mails)
{
    /// <summary>What is wrong with it; null when both alerts came, and a repeat only with the id of the first.</summary>
    public string? Complaint()
    {
        foreach (var subject in (string[])["DOWN", "UP again"])
        {
            var ids = Mails.Where(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)).Select(mail => mail.Message.MessageId).ToList();
            if (ids.Count == 0 || ids.Distinct().Count() > 1)
                return $"'{subject}' was told {ids.Count} times with {ids.Distinct().Count()} different ids.";
        }

        return Mails.All(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal) || mail.Subject.StartsWith("UP again", StringComparison.Ordinal))
            ? null
            : $"Something else was told: {string.Join("; ", Mails.Select(mail => mail.Subject))}";
    }
}
