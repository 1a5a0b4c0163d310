using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>The dashboard in a real browser, against a real silo.</summary>
public sealed class DashboardTests(DashboardHouse house, PostgresServer postgres)
{
    private static readonly string[] _pages =
        ["/", "/websites", "/websites/new", "/websites/import", "/incidents", "/maintenance", "/owners", "/owners/alice@shop.example", "/status-pages", "/cluster", "/settings"];

    // Drawn without scripts, and so not reached from within the dashboard.
    private static readonly string[] _plainPages = ["/account", "/users", "/keys", "/audit"];

    [Fact]
    public async Task A_person_gets_from_the_first_start_to_the_first_alert_without_loading_a_page_anew() =>
        Judge(await (await house.EnterAsync()).FirstDayAsync());

    [Fact]
    public async Task So_they_do_on_PostgreSQL()
    {
        await using var open = await house.OpenAsync($"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}");
        Judge(await open.FirstDayAsync());
    }

    private static string[] PagesOf(FirstDay day) => [.. _pages, day.WebsitePath, day.WebsitePath + "/edit"];

    private static void Judge(FirstDay day)
    {
        day.Welcome.ShouldBe("No website is watched yet");
        day.Mistake.ShouldContain("is not an address");
        day.Up.ShouldBe("up");
        day.Headline.ShouldBe("One website is down.");
        day.Reason.ShouldContain("The server answered 503");
        day.MailSubject.ShouldStartWith("DOWN");
        day.HeadlineAfterwards.ShouldBe("Everything that was looked at is up.");
    }

    [Fact]
    public async Task Every_page_opens_without_a_complaint_of_the_browser_and_without_barriers()
    {
        var open = await house.EnterAsync();
        var day = await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        var barriers = new List<string>();

        foreach (var path in PagesOf(day).Concat(["/not-found", .. _plainPages]))
        {
            await window.OpenAsync(path);
            barriers.AddRange(await window.BarriersAsync());
        }

        barriers.ShouldBeEmpty(string.Join('\n', barriers));
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_can_be_read_in_the_dark_too()
    {
        var open = await house.EnterAsync();
        var day = await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync(options => options.ColorScheme = ColorScheme.Dark);
        var barriers = new List<string>();

        await window.OpenAsync("/not-found");
        foreach (var path in PagesOf(day))
        {
            await window.GoAsync(path);
            barriers.AddRange(await window.BarriersAsync("color-contrast"));
        }

        barriers.ShouldBeEmpty(string.Join('\n', barriers));
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Administrators_get_to_the_dashboard_of_Orleans_and_the_browser_does_not_complain_about_it()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/cluster");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Orleans" }).ClickAsync();

        await window.Page.GetByText("Cluster Profiling").First.WaitForAsync();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Administrators_read_what_is_in_force_on_the_silos_and_find_it_with_the_keyboard()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/owners");

        await TabToAsync(window, "Settings");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/settings");
        await window.Test("versions").GetByText("Version ").First.WaitForAsync();
        await window.Page.Locator("li", new() { HasText = "Checks:Timeout" }).GetByText("10s", new() { Exact = true }).WaitForAsync();
        await window.Field("Only what is not the default").CheckAsync();
        await window.Page.Locator("li", new() { HasText = "Checks:Timeout" }).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await window.Page.Locator("li", new() { HasText = "Cluster:OrleansDashboard" }).GetByText("true", new() { Exact = true }).WaitForAsync();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_the_navigation_opens()
    {
        var open = await house.EnterAsync();
        var day = await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync(options => (options.ViewportSize, options.IsMobile, options.HasTouch) = (new ViewportSize { Width = 360, Height = 740 }, true, true));
        var tooWide = new List<string>();

        await window.OpenAsync("/not-found");
        foreach (var path in PagesOf(day))
        {
            await window.GoAsync(path);
            await window.LoadedAsync();
            if (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is > 360 and var width)
                tooWide.Add($"{path}: {width}");
        }
        tooWide.ShouldBeEmpty();

        await window.ClickAsync("Navigation");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Cluster" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/cluster");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_website_is_found_and_paused_and_resumed()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/websites");

        await TabToAsync(window, Opened.ShopName);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/websites/*");
        await window.HeadingAsync();
        await TabToAsync(window, "Pause");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator(".us-standing", new() { HasText = "paused" }).First.WaitForAsync();
        await TabToAsync(window, "Resume");
        await window.Page.Keyboard.PressAsync("Space");
        await window.Page.Locator(".us-standing", new() { HasText = "up" }).First.WaitForAsync();
    }

    [Fact]
    public async Task A_browser_that_speaks_German_is_answered_in_German_and_what_was_chosen_is_remembered()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync(options => options.Locale = "de-DE");
        await window.OpenAsync("/");
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe("Übersicht");

        await window.ClickAsync("Sprache");
        await window.Page.GetByText("English").ClickAsync();
        await window.Page.Locator("h1", new() { HasText = "Overview" }).WaitForAsync();
        await window.OpenAsync("/cluster");
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");

        await window.ClickAsync("Appearance");
        await window.Page.GetByText("Dark", new() { Exact = true }).ClickAsync();
        await Eventually.GetAsync(() => window.Page.EvaluateAsync<string?>("localStorage.getItem('uptimesquirrel.appearance')"), kept => kept == "Dark");
        await window.OpenAsync("/");
        window.Complaints.ShouldBeEmpty();
    }

    // As far as a patient person would go.
    private static async Task TabToAsync(Window window, string name)
    {
        for (var i = 0; i < 80; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var focused = await window.Page.EvaluateAsync<string>("(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? '').trim()");
            if (focused == name)
                return;
        }
        throw new InvalidOperationException($"The keyboard does not reach '{name}'.");
    }
}
