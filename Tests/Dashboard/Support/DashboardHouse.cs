using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;
using UptimeSquirrel.Tests.Journeys;
using UptimeSquirrel.Tests.Support.Web;

[assembly: AssemblyFixture(typeof(DashboardHouse))]

namespace UptimeSquirrel.Tests.Dashboard.Support;

/// <summary>One installation and one browser for every test that looks at the dashboard. Both start with the first of them.</summary>
public sealed class DashboardHouse : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(StartBrowserAsync);
    private readonly Lazy<Task<Opened>> _opened;

    public DashboardHouse() => _opened = new(() => OpenAsync());

    /// <summary>Opens the house, or skips the test where there is no browser.</summary>
    internal Task<Opened> EnterAsync() => _opened.Value;

    /// <summary>Opens another house beside it, with the same browser.</summary>
    internal async Task<Opened> OpenAsync(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not there (Debian: apt-get install chromium).");
        var journey = await Journey.BeginAsync(["--Cluster:OrleansDashboard=true", .. arguments]);
        return new Opened(journey, (await _browser.Value).Browser, await LocalWebsite.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_opened.IsValueCreated && _opened.Value.IsCompletedSuccessfully)
            await (await _opened.Value).DisposeAsync();
        if (!_browser.IsValueCreated || !_browser.Value.IsCompletedSuccessfully)
            return;
        var (playwright, browser) = await _browser.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartBrowserAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] }));
    }
}
