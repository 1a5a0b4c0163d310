using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Dashboard.Support;

/// <summary>What somebody sees on the first day: an empty installation, a form with mistakes, a website, its outage, and its end.</summary>
internal sealed partial record FirstDay(string Welcome, string Mistake, string Up, string Headline, string Reason, string MailSubject, string HeadlineAfterwards, string WebsitePath)
{
    public static async Task<FirstDay> LiveAsync(Opened house)
    {
        await using var window = await house.OpenWindowAsync();
        await window.Page.GotoAsync(SetUpLink().Match(house.Journey.Silo.Process.Output).Value);
        await SignUp.WithAsync(window.Page, "alice");
        await window.HeadingAsync();
        house.SignedIn = await window.Page.Context.StorageStateAsync();
        var welcome = await window.Page.Locator("h2").First.InnerTextAsync();

        await window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Add a website" }).First.ClickAsync();
        await window.Page.WaitForURLAsync("**/websites/new");
        await window.Field("Address").FillAsync("http://");
        var mistake = await window.Page.Locator(".mud-input-error").First.InnerTextAsync();
        await window.Field("Address").FillAsync(house.Shop.Url.Text);
        await window.Field("Name").FillAsync(Opened.ShopName);
        await window.Field("E-mail address to tell").FillAsync("alice@shop.example");
        await window.Field("Look every").FillAsync("1s");
        await window.Test("save").ClickAsync();
        await window.Page.WaitForURLAsync(url => url.Contains("/websites/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        var path = new Uri(window.Page.Url).PathAndQuery;
        await window.Page.Locator(".us-standing", new() { HasText = "up" }).First.WaitForAsync();
        var up = await window.Page.Locator(".us-standing").First.InnerTextAsync();

        // Nothing is loaded anew from here on: what happens comes by itself.
        await using var overview = await house.OpenWindowAsync();
        await overview.OpenAsync("/");
        house.Shop.Answer = Answers.Status(503, "Service Unavailable");
        var headline = await overview.SaysAsync("headline", "One website is down.");
        var mail = await house.Journey.Mail.WaitForAsync(mail => mail.Subject.Contains("DOWN", StringComparison.Ordinal));
        await window.Test("incident").WaitForAsync();
        var reason = await window.Test("incident").InnerTextAsync();

        house.Shop.Answer = Answers.Ok;
        var afterwards = await overview.SaysAsync("headline", "Everything that was looked at is up.");
        window.Complaints.Concat(overview.Complaints).ShouldBeEmpty();
        return new FirstDay(welcome, mistake, up, headline, reason, mail.Subject, afterwards, path);
    }

    [GeneratedRegex(@"http://\S+/setup/\S+")]
    public static partial Regex SetUpLink();
}
