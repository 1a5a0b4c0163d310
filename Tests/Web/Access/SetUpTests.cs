using System.Net;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>The way in for an administrator whom nobody else can let in.</summary>
public sealed class SetUpTests(WebHouse house)
{
    [Fact]
    public async Task No_link_is_good_or_printed_once_there_is_an_administrator()
    {
        await house.AppAsync();
        var users = (await house.GrainsAsync()).GetGrain<IUsersGrain>(0);
        using var stranger = await house.StrangerAsync();

        (await users.IssueSetUpAsync(evenIfThereIsOne: false)).ShouldBeNull();
        (await stranger.OpenAsync("/setup/anything")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_operator_who_lost_the_way_in_gets_a_link_that_works_once()
    {
        await house.AppAsync();
        var users = (await house.GrainsAsync()).GetGrain<IUsersGrain>(0);
        var token = await users.IssueSetUpAsync(evenIfThereIsOne: true);
        (await users.IssueSetUpAsync(evenIfThereIsOne: true)).ShouldBe(token);
        using var stranger = await house.StrangerAsync();
        using var other = await house.StrangerAsync();

        var tooShort = await stranger.SubmitAsync($"/setup/{token}", ("name", "grace"), ("password", "short"), ("repeated", "short"));
        tooShort.Body.ShouldContain("at least 10 characters");
        var made = await stranger.SubmitAsync($"/setup/{token}", ("name", "grace"), ("password", WebHouse.Password), ("repeated", WebHouse.Password));

        made.Path.ShouldBe("/");
        (await other.OpenAsync($"/setup/{token}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await users.ListAsync()).Single(user => user.Name == "grace").Role.ShouldBe(UserRole.Administrator);
    }
}
