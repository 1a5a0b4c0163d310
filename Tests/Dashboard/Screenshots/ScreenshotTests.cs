using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;

namespace UptimeSquirrel.Tests.Dashboard.Screenshots;

/// <summary>Takes the pictures of the README. Not a test: <c>Tests/Dashboard/Screenshots/take.sh</c> runs it.</summary>
public sealed class ScreenshotTests
{
    // In the README and in docs/dashboard.md. All others are for people who want to see every page at once.
    private static readonly string[] _published = ["overview-light", "websites-light", "website-dark", "status-page-light", "phone-overview", "mail"];

    private static readonly bool _takesAll = Environment.GetEnvironmentVariable("UPTIMESQUIRREL_SCREENSHOTS_ALL") == "1";

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
            await TakeAsync(wide, await PathOfAsync(wide, "Shop"), folder, $"website-{scheme}");
            await TakeAsync(wide, "/incidents", folder, $"incidents-{scheme}");
            await TakeAsync(wide, "/owners/shop", folder, $"owner-{scheme}");
            await TakeAsync(wide, "/cluster", folder, $"cluster-{scheme}");
            await TakeAsync(wide, "/websites/new", folder, $"add-{scheme}");
            await TakeAsync(wide, "/maintenance?owner=shop", folder, $"maintenance-{scheme}");
            await TakeAsync(wide, "/websites/import", folder, $"import-{scheme}");
            await TakeAsync(wide, "/status-pages/acorn", folder, $"status-page-editor-{scheme}");
            await TakeAsync(wide, "/status/acorn", folder, $"status-page-{scheme}");
        }
        await using var german = await OpenAsync(browser, acorn, cookies, ColorScheme.Light, 1360, 860, "de-DE");
        await TakeAsync(german, "/", folder, "overview-german");
        await TakeAsync(german, "/websites", folder, "websites-german");
        await using var phone = await OpenAsync(browser, acorn, cookies, ColorScheme.Light, 390, 844);
        await TakeAsync(phone, "/", folder, "phone-overview");
        await TakeAsync(phone, "/websites", folder, "phone-websites");
        await TakeAsync(phone, await PathOfAsync(phone, "Checkout"), folder, "phone-website");
        await TakeAsync(phone, "/incidents", folder, "phone-incidents");
        await TakeAsync(phone, "/status/acorn", folder, "phone-status-page");

        await using var mail = await OpenAsync(browser, acorn, null, ColorScheme.Light, 720, 620);
        await mail.Page.SetContentAsync(await acorn.FirstMailAsync());
        await mail.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "mail.png") });
    }

    private static async Task<string> SignInAsync(IBrowser browser, Acorn acorn)
    {
        await using var window = await OpenAsync(browser, acorn, null, ColorScheme.Light, 1360, 860);
        await window.Page.GotoAsync(FirstDay.SetUpLink().Match(acorn.Silo.Process.Output).Value);
        await SignUp.WithAsync(window.Page, "sam");
        await window.HeadingAsync();
        return await window.Page.Context.StorageStateAsync();
    }

    private static async Task<Window> OpenAsync(IBrowser browser, Acorn acorn, string? cookies, ColorScheme scheme, int width, int height, string language = "en-GB")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            TimezoneId = "Europe/Berlin",
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = cookies,
        });
        return new Window($"http://127.0.0.1:{acorn.Silo.HttpPort}", context, await context.NewPageAsync());
    }

    private static async Task<string> PathOfAsync(Window window, string website)
    {
        await window.OpenAsync("/websites");
        return await window.Page.GetByRole(AriaRole.Link, new() { Name = website, Exact = true }).GetAttributeAsync("href") ?? throw new InvalidOperationException($"{website} is not in the list.");
    }

    private static async Task TakeAsync(Window window, string path, string folder, string name)
    {
        name = name.ToLowerInvariant();
        if (!_takesAll && !_published.Contains(name))
            return;
        await window.OpenAsync(path);
        await window.LoadedAsync();
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // A chart is drawn when it knows how wide it is.
        if (await window.Page.Locator(".us-chart").CountAsync() > 0)
            await window.Page.Locator(".us-chart path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }
}
