using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>The forms about owners, with what people type by mistake and what they are asked before something is lost.</summary>
public sealed class OwnerFormTests(DashboardHouse house)
{
    [Fact]
    public async Task Owners_their_channels_and_their_quiet_hours_are_judged()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/owners");
        await window.ClickAsync("Name an owner…");
        await window.Field("A short name or an e-mail address").FillAsync("no such name!");
        await window.Test("confirm").ClickAsync();
        await window.SaidAsync("'no such name!'");

        await window.GoAsync("/owners/night");
        await window.ClickAsync("Add a channel…");
        await window.Test("confirm").ClickAsync();
        await window.Page.GetByText("This is needed.").First.WaitForAsync();
        await window.ClickAsync("Cancel");
        await window.Test("quiet").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await window.Field("Time zone").FillAsync("Moon/Crater");
        await window.Test("quiet").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await window.SaidAsync("'Moon/Crater'");
        await window.Test("digest").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        (await window.MistakeAsync("Gather for", "soon")).ShouldContain("is not a length of time");
        await window.Field("Gather for").FillAsync("6m");
        await window.Test("digest").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await window.SaidAsync("expected 0s to 5m");
        await window.Field("Gather for").FillAsync("90s");
        await window.Test("digest").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await window.SaysAsync("digest", "Alerts are gathered for 90s.");
        await window.Test("defaults").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        (await window.MistakeAsync("Look every", "soon")).ShouldContain("is not a length of time");
        await window.Field("Look every").FillAsync("10m");
        await window.Test("defaults").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await window.SaysAsync("defaults", "10m");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Own_words_are_judged_and_shown_before_they_are_kept_and_it_is_said_when_they_could_not_be_used()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await open.Journey.Squirrel.MustAsync("owner", "set", "wordsmith", "--email", "words@shop.example");
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/owners/wordsmith");
        await window.SaysAsync("templates", "All messages read as usual.");
        await window.ClickAsync("Write a template…");
        await window.Field("Subject").FillAsync("{{ sbject }}");
        await window.ClickAsync("Save");
        await window.SaysAsync("templates", "There is no 'sbject'");
        (await window.Field("Subject").InputValueAsync()).ShouldBe("{{ sbject }}");

        await window.Field("Subject").FillAsync("[shop] {{ subject }}");
        await window.ClickAsync("How it would read");
        await window.SaysAsync("templates", "[shop] DOWN");
        (await window.Test("preview").Locator("h3").AllInnerTextsAsync()).ShouldBe(["an outage", "its end", "several alerts together", "a test of the channel"]);
        (await window.BarriersAsync()).ShouldBeEmpty();
        (await open.Journey.Squirrel.RunAsync("owner", "template", "show", "wordsmith", "--json")).Json.GetArrayLength().ShouldBe(0);
        await window.ClickAsync("Save");
        await window.SaidAsync("Messages by email read in these words from now on.");

        // All made-up alerts have something to say in it, and a real test has not: none is sent at that second.
        await window.ClickAsync("Change email");
        await window.Field("Body").FillAsync("{% assign said = facts | map: 'value' | join: ', ' %}{% if website or several or said contains '23 Nov 2026 10:02:13' %}Look!{% endif %}");
        await window.ClickAsync("Save");
        await window.SaidAsync("Messages by email read in these words from now on.");
        await window.Test("test").ClickAsync();
        await window.SaysAsync("failure", "Body: It came out empty.");
        await window.SaysAsync("templates", "[shop] {{ subject }}");

        await window.ClickAsync("Remove email");
        await window.Test("confirm").ClickAsync();
        await window.SaidAsync("Messages by email read as usual from now on.");
        await window.SaysAsync("templates", "All messages read as usual.");
        await window.OpenAsync("/audit");
        foreach (var (what, times) in ((string, int)[])[("template.set", 2), ("template.remove", 1)])
            (await window.Page.Locator("tr", new() { HasText = what }).Filter(new() { HasText = "wordsmith email" }).CountAsync()).ShouldBe(times, what);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_owner_is_removed_after_a_question_unless_something_belongs_to_it()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await open.Journey.Squirrel.MustAsync("owner", "set", "leaving", "--email", "leaving@shop.example");
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/owners/alice@shop.example");
        await window.Test("remove-owner").ClickAsync();
        await window.Test("confirm").ClickAsync();
        await window.SaidAsync("It has websites still (1): remove them first.");

        await window.OpenAsync("/owners/leaving");
        await window.Test("remove-owner").ClickAsync();
        await window.Test("confirm").ClickAsync();
        await window.Page.WaitForURLAsync("**/owners");
        await window.SaidAsync("leaving is removed.");
        await window.Test("owners").GetByText("alice@shop.example").WaitForAsync();
        (await window.Test("owners").GetByText("leaving").CountAsync()).ShouldBe(0);
        window.Complaints.ShouldBeEmpty();
    }
}
