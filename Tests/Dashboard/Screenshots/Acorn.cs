using System.Net;
using MimeKit;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Dashboard.Screenshots;

/// <summary>A small company that sells acorns, its websites, and a silo that has watched them for 90 days.</summary>
internal sealed class Acorn : IAsyncDisposable
{
    private const int FirstAddress = 10;

    // Name, host, tags, and how long its answer takes.
    private static readonly (string Name, string Host, string Tags, int Milliseconds)[] _sites =
    [
        ("Shop", "shop", "production,shop", 84), ("Checkout", "checkout", "production,shop", 131), ("API", "api", "production", 46), ("Documentation", "docs", "public", 62),
        ("Status page", "status", "public", 23), ("Webmail", "mail", "office", 205), ("Wiki", "wiki", "office", 148), ("Media", "media", "production", 310), ("Intranet", "intranet", "office", 97),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly List<LocalWebsite> _websites = [];

    public SiloProcess Silo { get; private set; } = null!;

    private string Database => Path.Combine(_folder.Path, "data", "uptimesquirrel.db");

    public static async Task<Acorn> OpenAsync()
    {
        var acorn = new Acorn();
        for (var i = 0; i < _sites.Length; i++)
            acorn._websites.Add(await LocalWebsite.StartAsync(TestCertificates.For(HostOf(_sites[i].Host)), IPAddress.Parse($"127.0.0.{FirstAddress + i}"), 443));
        var trust = new Dictionary<string, string> { ["SSL_CERT_FILE"] = acorn._folder.Write("authority.pem", TestCertificates.Authority.ExportCertificatePem()) };
        acorn.Silo = SiloProcess.Launch(acorn._folder.Path, trust, ["--Cluster:Region=eu-central"]);
        await acorn.Silo.ReadyAsync();
        await acorn.AddAsync();
        await acorn.Silo.Process.TerminateAsync();
        await Past.WriteAsync(acorn.Database);
        await acorn.Silo.StartAgainAsync();
        return acorn;
    }

    /// <summary>Something goes wrong, as on most days.</summary>
    public async Task HaveADayAsync()
    {
        _websites[1].Answer = Answers.Status(503, "Service Unavailable");
        _websites[6].Answer = Answers.Reset;
        var squirrel = new Squirrel(_folder.Path, Silo.Cluster);
        await squirrel.MustAsync("pause", AddressOf("intranet"), "--owner", "office");
        await squirrel.MustAsync("owner", "quiet", "set", "shop", "--from", "22:00", "--to", "07:00", "--zone", "Europe/Berlin");
        await squirrel.MustAsync("page", "create", "acorn", "--title", "Acorn Mail Order", "--description", "How our shop and everything around it is.");
        await squirrel.MustAsync("page", "group", "add", "acorn", "Shop", "--tag", "shop");
        await squirrel.MustAsync("page", "group", "add", "acorn", "Help and documents", "--tag", "public");
        await squirrel.MustAsync("maintenance", "add", "--owner", "shop", "--cron", "0 2 * * SUN", "--for", "2h", "--zone", "Europe/Berlin");
        await Eventually.HoldsAsync(async () => (await squirrel.MustAsync("list", "--standing", "down", "--json")).Json.GetArrayLength() == 2, TimeSpan.FromSeconds(120));
        await Past.ForgetSlowStartAsync(Database);
        await squirrel.MustAsync("ack", AddressOf("wiki"), "--by", "Sam", "--note", "The wiki server is being restarted.");
        await squirrel.MustAsync("page", "announce", "acorn", "Payments are slow", "--kind", "incident", "--text", "Some orders cannot be paid at the moment. We are on it.");
    }

    /// <summary>The mail that was written first, as its reader sees it.</summary>
    public async Task<string> FirstMailAsync()
    {
        var folder = Path.Combine(_folder.Path, "data", "mail");
        await Eventually.HoldsAsync(() => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.eml").Any());
        return (await MimeMessage.LoadAsync(Directory.EnumerateFiles(folder, "*.eml").Order().First())).HtmlBody.ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await Silo.DisposeAsync();
        foreach (var website in _websites)
            await website.DisposeAsync();
        _folder.Dispose();
    }

    private static string HostOf(string name) => $"{name}.acorn.example";

    private static string AddressOf(string name) => $"https://{HostOf(name)}";

    private async Task AddAsync()
    {
        var squirrel = new Squirrel(_folder.Path, Silo.Cluster);
        for (var i = 0; i < _sites.Length; i++)
        {
            var site = _sites[i];
            _websites[i].Answer = After(site.Milliseconds, Answers.Ok);
            var owner = site.Tags.Contains("office", StringComparison.Ordinal) ? "office" : "shop";
            await squirrel.MustAsync(
                ["add", AddressOf(site.Host), "--name", site.Name, "--owner", owner, "--email", $"{owner}@acorn.example", "--every", "10s", .. site.Tags.Split(',').SelectMany(tag => new[] { "--tag", tag })]);
        }
    }

    private static Func<Conversation, Task> After(int milliseconds, Func<Conversation, Task> answer) => async conversation =>
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds + Random.Shared.Next(milliseconds / 3)), TimeProvider.System);
        await answer(conversation);
    };
}
