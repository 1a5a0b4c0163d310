using System.Net;
using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>The forms about websites, maintenance and status pages with what people type by mistake: they are told what is wrong, and nothing they typed is lost.</summary>
public sealed class FormTests(DashboardHouse house)
{
    [Fact]
    public async Task A_website_with_mistakes_is_not_taken_and_one_that_is_watched_already_is_not_changed()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/websites/new");

        (await window.MistakeAsync("Address", "http://")).ShouldContain("is not an address");
        (await window.MistakeAsync("E-mail address to tell", "nobody")).ShouldContain("'nobody'");
        (await window.MistakeAsync("Look every", "soon")).ShouldContain("is not a length of time");
        (await window.MistakeAsync("Depends on", "http://")).ShouldContain("is not an address");
        await window.Page.GetByText("When somebody is told", new() { Exact = true }).ClickAsync();
        (await window.MistakeAsync("Look again after", "often")).ShouldContain("is not a length of time");
        await window.Test("save").ClickAsync();
        await window.SaysAsync("problems", "Something is not right yet");
        (await window.Field("Look every").InputValueAsync()).ShouldBe("soon");

        await window.GoAsync("/websites");
        await window.GoAsync("/websites/new");
        await window.Field("Address").FillAsync(open.Shop.Url.Text);
        await window.Field("Owner").FillAsync("alice@shop.example");
        await window.Field("Owner").PressAsync("Tab");
        await window.Test("save").ClickAsync();
        await window.SaysAsync("existing", "This address is watched already");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_edits_what_somebody_else_changes_meanwhile_is_told_and_loses_nothing()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await open.Journey.Squirrel.MustAsync("add", "https://both.invalid", "--name", "Both", "--owner", "editors", "--every", "1h");
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/websites?owner=editors");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Both", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Change", Exact = true }).ClickAsync();
        await window.Field("Name").FillAsync("Mine");

        await open.Journey.Squirrel.MustAsync("add", "https://both.invalid", "--name", "Theirs", "--owner", "editors", "--every", "2h");
        await window.Test("save").ClickAsync();
        await window.SaysAsync("clashes", "Name: they wrote “Theirs”.");
        (await window.Field("Name").InputValueAsync(), await window.Field("Look every").InputValueAsync()).ShouldBe(("Mine", "2h"));

        await window.Test("save").ClickAsync();
        await window.SaidAsync("Saved.");
        await window.Page.Locator("h1", new() { HasText = "Mine" }).WaitForAsync();
        (await open.Journey.Squirrel.RunAsync("status", "https://both.invalid", "--json")).Json.GetProperty("intervalSeconds").GetInt32().ShouldBe(7200);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_shown_before_it_is_taken_in_parents_first_and_what_is_paused_stays_so()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/websites/import");
        await window.Test("preview").ClickAsync();
        await window.SaidAsync("No line holds an address.");
        (await window.MistakeAsync("E-mail address to tell", "nobody")).ShouldContain("'nobody'");
        await window.Field("E-mail address to tell").FillAsync("");

        await window.Field("The list").FillAsync(
            "url,owner,parent,paused\nhttps://child.invalid,moved,https://parent.invalid,\nhttps://parent.invalid,moved,,\nhttps://parent.invalid,moved,,\nnot an address,,,\nhttps://asleep.invalid,moved,,yes");
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("summary", "3 new, 1 repeated, 1 cannot be taken");
        await window.Test("import").ClickAsync();
        await window.SaidAsync("3 new, 1 repeated, 1 cannot be taken");

        await window.GoAsync("/websites?owner=moved");
        await window.Page.Locator("tr", new() { HasText = "asleep.invalid" }).Locator(".us-standing", new() { HasText = "paused" }).WaitForAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "child.invalid" }).WaitForAsync();
        await window.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await window.ClickAsync("Remove…");
        await window.Test("confirm").ClickAsync();
        await window.Page.GetByText("No website matches.").WaitForAsync();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_gets_a_new_address_after_a_question_and_the_old_one_is_refused()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        var added = (await open.Journey.Squirrel.MustAsync("add", "heartbeat://nightly-books", "--owner", "bookkeepers", "--json")).Json;
        var old = new Uri(added.GetProperty("callsTo").GetString()!).AbsolutePath;
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync($"/websites/{added.GetProperty("id").GetString()}");
        await window.ClickAsync("A new address…");
        await window.ClickAsync("Cancel");
        (await open.Journey.Silo.GetAsync(old)).Status.ShouldBe(HttpStatusCode.OK);

        await window.ClickAsync("A new address…");
        await window.Test("confirm").ClickAsync();
        await window.SaidAsync("The job has to call this address now. The old one is refused.");
        var present = new Uri(await window.Test("address").InnerTextAsync()).AbsolutePath;
        (await open.Journey.Silo.GetAsync(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await open.Journey.Silo.GetAsync(present)).Status.ShouldBe(HttpStatusCode.OK);
        (await window.BarriersAsync()).ShouldBeEmpty();
        await window.OpenAsync("/audit");
        (await window.Page.Locator("tr", new() { HasText = "heartbeat.renew" }).Filter(new() { HasText = "heartbeat://nightly-books" }).CountAsync()).ShouldBe(1);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Maintenance_that_never_comes_is_refused_and_what_is_planned_is_in_the_calendar()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/maintenance?owner=builders");
        await window.ClickAsync("Plan maintenance…");
        await window.Page.GetByText("Again and again").ClickAsync();
        await window.Field("When (five cron fields)").FillAsync("often");
        await window.Test("confirm").ClickAsync();
        await window.Page.GetByText("'often' is not a cron expression").WaitForAsync();
        await window.Field("When (five cron fields)").FillAsync("0 2 * * *");
        await window.Field("Time zone").FillAsync("Europe/Berlin");
        await window.Test("confirm").ClickAsync();

        await window.Test("calendar").GetByText("02:00 – 03:00").Nth(20).WaitForAsync();
        (await window.BarriersAsync()).ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_status_page_is_made_and_its_mistakes_are_told()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/status-pages");
        await window.ClickAsync("Make a page…");
        await window.Field("Its name in the address, such as 'shop'").FillAsync("Two Words");
        await window.Test("confirm").ClickAsync();
        await window.SaidAsync("'Two Words'");
        await window.ClickAsync("Make a page…");
        await window.Field("Its name in the address, such as 'shop'").FillAsync("shop");
        await window.Test("confirm").ClickAsync();
        await window.Page.WaitForURLAsync("**/status-pages/shop");
        await window.Test("save").WaitForAsync();
        (await window.BarriersAsync()).ShouldBeEmpty();

        await window.Field("Time zone").FillAsync("Moon/Crater");
        await window.Field("Title").FillAsync("How our shop is");
        await window.Test("save").ClickAsync();
        await window.Page.GetByText("'Moon/Crater'").WaitForAsync();
        (await window.Field("Title").InputValueAsync()).ShouldBe("How our shop is");
        await window.Field("New password").FillAsync("short");
        await window.ClickAsync("Ask for it");
        await window.SaidAsync("8");

        await open.Journey.Squirrel.MustAsync("page", "set", "shop", "--title", "Theirs");
        await window.Field("Time zone").FillAsync("UTC");
        await window.Test("save").ClickAsync();
        await window.SaysAsync("outdated", "What you typed is still here");
        (await window.Field("Title").InputValueAsync()).ShouldBe("How our shop is");
        await window.Test("save").ClickAsync();
        await window.SaidAsync("Saved.");
        window.Complaints.ShouldBeEmpty();
    }
}
