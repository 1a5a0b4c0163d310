using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>A whole installation as a person has it: a silo process, the command line, and a mail server.</summary>
internal sealed class Journey : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private readonly List<SiloProcess> _joined = [];

    private Journey(TemporaryFolder folder, MailServer mail, SiloProcess silo)
    {
        (_folder, Mail, Silo) = (folder, mail, silo);
        Squirrel = new Squirrel(folder.Path, silo.Cluster);
    }

    public MailServer Mail { get; }
    public SiloProcess Silo { get; }
    public Squirrel Squirrel { get; }
    public string Folder => _folder.Path;

    public static async Task<Journey> BeginAsync(params string[] arguments)
    {
        var folder = new TemporaryFolder();
        var mail = await MailServer.StartAsync();
        return new Journey(folder, mail, await SiloProcess.StartAsync(folder.Path, [.. MailSettings(mail), .. arguments]));
    }

    /// <summary>Begins with a silo that trusts this authority, and no other.</summary>
    public static async Task<Journey> BeginTrustingAsync(X509Certificate2 authority)
    {
        var folder = new TemporaryFolder();
        var mail = await MailServer.StartAsync();
        var silo = SiloProcess.Launch(folder.Path, new Dictionary<string, string> { ["SSL_CERT_FILE"] = folder.Write("authority.pem", authority.ExportCertificatePem()) }, MailSettings(mail));
        await silo.ReadyAsync();
        return new Journey(folder, mail, silo);
    }

    /// <summary>Starts another silo beside the first.</summary>
    public Task JoinAsync(params string[] arguments)
    {
        var silo = SiloProcess.Launch(Folder, [.. MailSettings(Mail), .. arguments]);
        _joined.Add(silo);
        return silo.ReadyAsync();
    }

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>Waits until the website has this standing.</summary>
    public Task StandsAsync(string url, string standing) => Eventually.GetAsync(
        async () => (await Squirrel.RunAsync("status", url, "--json")) is { Output.Length: > 0 } answer ? answer.Json.GetProperty("standing").GetString() : null,
        seen => seen == standing);

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _joined)
            await silo.DisposeAsync();
        await Silo.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    private static string[] MailSettings(MailServer mail) =>
        ["--Email:Host=127.0.0.1", $"--Email:Port={mail.Port}", "--Email:Security=None", "--Email:From=squirrel@monitor.example", "--Email:Timeout=5s"];
}
