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

    private readonly Lazy<Task<Opened>> _opened = new(OpenAsync);

    /// <summary>Opens the house, or skips the test where there is no browser.</summary>
    internal async Task<Opened> EnterAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is not there (Debian: apt-get install chromium).");
        return await _opened.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_opened.IsValueCreated && _opened.Value.IsCompletedSuccessfully)
            await (await _opened.Value).DisposeAsync();
    }

    private static async Task<Opened> OpenAsync()
    {
        var journey = await Journey.BeginAsync("--Checks:MinimumInterval=1s");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        return new Opened(journey, playwright, browser, await LocalWebsite.StartAsync());
    }
}
