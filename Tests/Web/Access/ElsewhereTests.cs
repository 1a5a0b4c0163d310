using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>Signing in with the account of an organisation.</summary>
public sealed class ElsewhereTests
{
    [Fact]
    public async Task The_organisation_says_each_time_who_comes_in_and_as_what()
    {
        using var folder = new TemporaryFolder();
        await using var provider = await LocalProvider.StartAsync();
        await using var app = await WebHouse.StartAsync(
            folder.Path, $"--OpenId:Authority={provider.Issuer}", "--OpenId:ClientId=squirrel", $"--OpenId:ClientSecret={LocalProvider.Secret}",
            "--OpenId:Label=Staff", "--OpenId:Editors=dev", "--OpenId:Viewers=staff");
        var users = app.Services.GetRequiredService<IGrainFactory>().GetGrain<IUsersGrain>(0);
        using var stranger = new Browser(WebHouse.AddressOf(app));
        (await stranger.OpenAsync("/sign-in")).Body.ShouldContain(">Staff<");

        provider.User = ("42", "tina@example.org", ["staff"]);
        (await stranger.OpenAsync("/sign-in/elsewhere?return=%2Faccount%3Fx%3D1")).Body.ShouldContain("You are signed in as tina@example.org.");
        (await users.ListAsync()).Single(user => user.Name == "tina@example.org").Role.ShouldBe(UserRole.Viewer);

        // The same person under another name, with another role.
        provider.User = ("42", "christina@example.org", ["staff", "dev"]);
        using var again = new Browser(WebHouse.AddressOf(app));
        (await again.OpenAsync("/sign-in/elsewhere?return=%2Faccount")).Body.ShouldContain("You are signed in as tina@example.org.");
        (await users.ListAsync()).Single(user => user.Name == "tina@example.org").Role.ShouldBe(UserRole.Editor);

        // Where they came in with the old role, they are out: a page that is open goes by what it was opened with.
        (await stranger.SubmitToAsync("/account", "/account/elsewhere")).Path.ShouldBe("/sign-in");
        (await again.SubmitToAsync("/account", "/account/elsewhere")).Path.ShouldBe("/account?done=elsewhere");
        using var adding = await again.Http.PostAsync("/account/passkeys/options", content: null, TestContext.Current.CancellationToken);
        adding.StatusCode.ShouldBe(HttpStatusCode.BadRequest);       // it would let them in when the organisation does not any more

        // Somebody without a role, and somebody who only has the name of a user here.
        provider.User = ("43", "uwe", ["guests"]);
        using var guest = new Browser(WebHouse.AddressOf(app));
        (await guest.OpenAsync("/sign-in/elsewhere")).Status.ShouldBe(HttpStatusCode.Forbidden);
        provider.User = ("44", "root@squirrel.example", ["dev"]);
        (await guest.OpenAsync("/sign-in/elsewhere")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.OpenAsync("/account")).Path.ShouldStartWith("/sign-in?");
    }
}
