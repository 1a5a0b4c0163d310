using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Silo.Starting;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Web.Support;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Keys;

[assembly: AssemblyFixture(typeof(WebHouse))]

namespace UptimeSquirrel.Tests.Web.Support;

/// <summary>
/// The real silo in this process, on SQLite and with Kestrel, that all tests of the web share; started when the first of them asks. It has an
/// administrator, who was made with the set-up link. Tests make users, keys, owners and websites of their own, with names of their own.
/// </summary>
public sealed class WebHouse : IAsyncDisposable
{
    /// <summary>The password of every user here.</summary>
    public const string Password = Browser.Password;

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1, 1);
    private WebApplication? _app;
    private int _users;

    /// <summary>The silo.</summary>
    public async Task<WebApplication> AppAsync()
    {
        await _starting.WaitAsync();
        try
        {
            return _app ??= await StartAsync(_folder.Path);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async Task<IGrainFactory> GrainsAsync() => (await AppAsync()).Services.GetRequiredService<IGrainFactory>();

    /// <summary>Somebody who has not signed in.</summary>
    internal async Task<Browser> StrangerAsync() => new(AddressOf(await AppAsync()));

    /// <summary>Somebody who has: <c>viewer</c>, <c>editor</c> or <c>administrator</c>, perhaps bound to one owner.</summary>
    internal async Task<Browser> SignedInAsync(string role = "administrator", string? owner = null)
    {
        var name = $"{role}-{Interlocked.Increment(ref _users)}";
        await AddUserAsync(name, role, owner);
        var browser = await StrangerAsync();
        await browser.SignInAsync(name);
        return browser;
    }

    /// <summary>A program with a key: <c>viewer</c>, <c>editor</c> or <c>administrator</c>, perhaps bound to one owner.</summary>
    internal async Task<Browser> WithKeyAsync(string role = "administrator", string? owner = null)
    {
        var browser = await StrangerAsync();
        browser.UseKey(await MakeKeyAsync(role, owner));
        return browser;
    }

    internal async Task<string> MakeKeyAsync(string role = "administrator", string? owner = null, DateTimeOffset? expiresAt = null)
    {
        var secret = KeyText.New();
        var name = $"{role}-{Interlocked.Increment(ref _users)}";
        await (await GrainsAsync()).GetGrain<IApiKeysGrain>(0).AddAsync(new ApiKey(
            KeyText.IdOf(secret), name, RoleOf(role), owner is null ? null : OwnerId.Parse(owner), KeyText.HashOf(secret), TimeProvider.System.GetUtcNow(), "test", expiresAt, LastUsedAt: null));
        return secret;
    }

    internal async Task AddUserAsync(string name, string role, string? owner = null)
    {
        await using var scope = (await AppAsync()).Services.CreateAsyncScope();
        var user = new User { Name = name, Role = RoleOf(role), Owner = owner is null ? null : OwnerId.Parse(owner), CreatedAt = TimeProvider.System.GetUtcNow() };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(new Account { Record = user }, Password)).Succeeded.ShouldBeTrue(name);
    }

    /// <summary>Starts a silo of one's own in this process.</summary>
    internal static async Task<WebApplication> StartAsync(string folder, params string[] arguments)
    {
        var app = await PrepareAsync(folder, arguments);
        await app.StartAsync();
        await SetUpAsync(app);
        return app;
    }

    internal static string AddressOf(WebApplication app) => app.Urls.First();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _starting.Dispose();
        _folder.Dispose();
    }

    private static async Task<WebApplication> PrepareAsync(string folder, string[] arguments)
    {
        var ports = SiloProcess.FreePorts(2);
        string[] given =
        [
            $"--Database:ConnectionString=Data Source={Path.Combine(folder, "uptime.db")}", $"--Database:SpillFolder={Path.Combine(folder, "spill")}", $"--Email:PickupFolder={Path.Combine(folder, "mail")}",
            $"--Cluster:SiloPort={ports[0]}", $"--Cluster:GatewayPort={ports[1]}", "--Urls=http://127.0.0.1:0", "--Checks:MinimumInterval=1s", "--Checks:AllowedPrivateNetworks=127.0.0.0/8",
            "--Checks:References=", "--Cluster:OrleansDashboard=true", "--Web:AttemptsPerMinute=100000", "--Logging:LogLevel:Default=Warning", .. arguments,
        ];
        var (configuration, unreadable) = ConfigurationSources.Read(given, folder);
        unreadable.ShouldBeEmpty();
        var (settings, problems) = SiloSettings.Read(configuration);
        problems.ShouldBeEmpty();
        var log = new StartLog();
        var app = await SiloStart.OpenAsync(configuration, settings, log);
        log.Started();
        return app;
    }

    private static async Task SetUpAsync(WebApplication app)
    {
        var token = await app.Services.GetRequiredService<IGrainFactory>().GetGrain<IUsersGrain>(0).IssueSetUpAsync(evenIfThereIsOne: false);
        using var browser = new Browser(AddressOf(app));
        await browser.SubmitAsync($"/setup/{token}", ("name", "root@squirrel.example"), ("password", Password), ("repeated", Password));
    }

    private static UserRole RoleOf(string role) => Enum.Parse<UserRole>(role, ignoreCase: true);
}
