using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;

namespace UptimeSquirrel.Tests.Dashboard.Screenshots;

/// <summary>Takes the pictures of the README. Not a test: <c>Tests/Dashboard/Screenshots/take.sh</c> runs it.</summary>
public sealed class ScreenshotTests
{
    [Fact(Explicit = true)]
    public async Task The_pictures_of_the_README_are_taken_from_a_running_system()
    {
        var folder = Environment.GetEnvironmentVariable("UPTIMESQUIRREL_SCREENSHOTS");
        Assert.SkipUnless(folder is not null, "Run Tests/Dashboard/Screenshots/take.sh.");
        await using var acorn = await Acorn.OpenAsync();
        await acorn.HaveADayAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = DashboardHouse.Chromium, Args = ["--no-sandbox", "--disable-gpu"] });

        var cookies = await SignInAsync(browser, acorn);

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var wide = await OpenAsync(browser, acorn, cookies, scheme, 1360, 860);
            await TakeAsync(wide, "/", folder, $"overview-{scheme}");
            await TakeAsync(wide, "/websites", folder, $"websites-{scheme}");
            await wide.Page.GetByRole(AriaRole.Link, new() { Name = "Shop", Exact = true }).ClickAsync();
            await wide.Test("latency").WaitForAsync();
            await TakeAsync(wide, new Uri(wide.Page.Url).PathAndQuery, folder, $"website-{scheme}");
            await TakeAsync(wide, "/incidents", folder, $"incidents-{scheme}");
            await TakeAsync(wide, "/owners/shop", folder, $"owner-{scheme}");
            await TakeAsync(wide, "/cluster", folder, $"cluster-{scheme}");
            await TakeAsync(wide, "/websites/new", folder, $"add-{scheme}");
            await TakeAsync(wide, "/maintenance?owner=shop", folder, $"maintenance-{scheme}");
        }
        await using var phone = await OpenAsync(browser, acorn, cookies, ColorScheme.Light, 390, 844);
        await TakeAsync(phone, "/", folder, "phone-overview");
        await TakeAsync(phone, "/websites", folder, "phone-websites");
    }

    private static async Task<string> SignInAsync(IBrowser browser, Acorn acorn)
    {
        await using var window = await OpenAsync(browser, acorn, null, ColorScheme.Light, 1360, 860);
        await window.Page.GotoAsync(FirstDay.SetUpLink().Match(acorn.Silo.Process.Output).Value);
        await SignUp.WithAsync(window.Page, "sam");
        await window.HeadingAsync();
        return await window.Page.Context.StorageStateAsync();
    }

    private static async Task<Window> OpenAsync(IBrowser browser, Acorn acorn, string? cookies, ColorScheme scheme, int width, int height)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = cookies,
        });
        return new Window($"http://127.0.0.1:{acorn.Silo.HttpPort}", context, await context.NewPageAsync());
    }

    private static async Task TakeAsync(Window window, string path, string folder, string name)
    {
        await window.OpenAsync(path);
        await window.Page.Locator("[role=progressbar]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name.ToLowerInvariant() + ".png") });
    }
}
