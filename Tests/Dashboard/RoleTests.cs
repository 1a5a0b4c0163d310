using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>What people see who may not do everything.</summary>
public sealed partial class RoleTests(DashboardHouse house)
{
    [Fact]
    public async Task A_viewer_finds_nothing_that_changes_anything_and_cannot_get_there_by_its_address()
    {
        var open = await house.EnterAsync();
        var day = await open.FirstDayAsync();
        await using var window = await InviteAsync(open, "vera", "viewer", owner: null);

        await window.OpenAsync(day.WebsitePath);
        await window.Test("checks").WaitForAsync();
        (await window.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).CountAsync()).ShouldBe(0);
        await window.GoAsync("/owners/alice@shop.example");
        await window.Test("channels").WaitForAsync();
        foreach (var button in (string[])["Add a channel…", "Send a test", "Write a template…", "Change", "No quiet hours"])
            (await window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).CountAsync()).ShouldBe(0, button);
        (await window.Page.GetByRole(AriaRole.Link, new() { Name = "Users" }).CountAsync()).ShouldBe(0);
        foreach (var path in (string[])["/websites/new", "/websites/import", day.WebsitePath + "/edit", "/status-pages/any", "/settings"])
        {
            await window.Page.GotoAsync(open.Url + path);
            await window.Page.GetByText("your role does not let you open this page").Or(window.Page.GetByText("Not allowed.")).First.WaitForAsync();
        }
    }

    [Fact]
    public async Task Who_is_bound_to_one_owner_sees_no_other_website_and_not_the_cluster()
    {
        var open = await house.EnterAsync();
        var day = await open.FirstDayAsync();
        await using var window = await InviteAsync(open, "oscar", "editor", "oscars");

        await window.OpenAsync("/");
        await window.Page.GetByText("No website is watched yet").WaitForAsync();
        await window.GoAsync("/cluster");
        await window.SaysAsync("trouble", "You are not allowed to do that.");
        await window.GoAsync(day.WebsitePath);
        await window.Page.GetByText("This website is not watched any more.").WaitForAsync();
        await window.GoAsync("/owners/alice@shop.example");
        await window.SaysAsync("trouble", "You are not allowed to do that.");
        await window.GoAsync(day.WebsitePath + "/edit");
        await window.SaysAsync("trouble", "You are not allowed to do that.");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_removed_while_a_page_is_open_is_out_at_once_and_sees_nothing_of_others_before()
    {
        var open = await house.EnterAsync();
        var day = await open.FirstDayAsync();
        await using var window = await InviteAsync(open, "olga", "viewer", "olgas");
        var seen = new ConcurrentQueue<string>();
        window.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => seen.Enqueue(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        await window.OpenAsync("/websites");
        await window.Page.GetByText("No website").First.WaitForAsync();

        await using (var administrator = await open.OpenWindowAsync())
        {
            await administrator.OpenAsync("/users");
            var row = administrator.Page.Locator("tr", new() { HasText = "olga" });
            await row.Locator("summary").ClickAsync();
            await row.Locator("button[value=remove]").ClickAsync();
            await administrator.Page.GetByText("olga").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        // Much longer than it takes, and less than the minute after which a cookie is looked at.
        await window.Page.WaitForURLAsync("**/sign-in?return=%2Fwebsites", new() { Timeout = 30_000 });
        await window.Page.Locator("#name").WaitForAsync();
        seen.ShouldContain(text => text.Contains("No website", StringComparison.Ordinal));
        seen.ShouldNotContain(text => text.Contains(Opened.ShopName, StringComparison.Ordinal));
        await window.Page.GotoAsync(open.Url + day.WebsitePath);
        await window.Page.Locator("#name").WaitForAsync();
    }

    private static async Task<Window> InviteAsync(Opened open, string name, string role, string? owner)
    {
        await using var administrator = await open.OpenWindowAsync();
        await administrator.OpenAsync("/users");
        await administrator.Page.Locator("#name").FillAsync(name);
        await administrator.Page.Locator("#role").SelectOptionAsync(role);
        await administrator.Page.Locator("#owner").FillAsync(owner ?? "");
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        var link = await administrator.Page.Locator("code.secret").InnerTextAsync();

        var window = await open.OpenWindowAsync(options => options.StorageState = null);
        await window.Page.GotoAsync(Address().Match(link).Value);
        await SignUp.ChoosePasswordAsync(window.Page);
        await window.Page.WaitForURLAsync(url => !url.Contains("/invitation", StringComparison.Ordinal));
        if (new Uri(window.Page.Url).AbsolutePath == "/sign-in")
            await SignUp.SignInAsync(window.Page, name);
        return window;
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
