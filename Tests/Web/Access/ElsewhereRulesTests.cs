using System.Security.Claims;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Web;
using UptimeSquirrel.Web.Access.Elsewhere;

namespace UptimeSquirrel.Tests.Web.Access;

public sealed class ElsewhereRulesTests
{
    private static readonly OpenIdOptions _options = new() { Authority = "https://login.example", ClientId = "squirrel", Administrators = ["ops"], Editors = ["dev"], Viewers = ["staff"] };

    [Theory]
    [InlineData("ops", UserRole.Administrator)]
    [InlineData("staff ops dev", UserRole.Administrator)]
    [InlineData("staff dev", UserRole.Editor)]
    [InlineData("staff", UserRole.Viewer)]
    [InlineData("other", null)]
    [InlineData("", null)]
    public void The_highest_role_that_the_claims_give_counts(string roles, UserRole? role) => ElsewhereRules.RoleOf(Account(roles), _options).ShouldBe(role);

    [Fact]
    public void A_star_lets_everybody_look()
    {
        var options = new OpenIdOptions { Administrators = ["ops"], Viewers = ["*"] };

        ElsewhereRules.RoleOf(Account("other"), options).ShouldBe(UserRole.Viewer);
        ElsewhereRules.RoleOf(Account("ops"), options).ShouldBe(UserRole.Administrator);
    }

    [Fact]
    public void Settings_that_would_let_nobody_in_are_refused()
    {
        ElsewhereRules.Problems(_options).ShouldBeEmpty();
        ElsewhereRules.Problems(new OpenIdOptions()).ShouldBeEmpty();
        ElsewhereRules.Problems(new OpenIdOptions { Authority = "http://login.example" }).Count().ShouldBe(3);
    }

    private static ClaimsPrincipal Account(string roles) =>
        new(new ClaimsIdentity(roles.Split(' ').Select(role => new Claim("roles", role)).Append(new Claim("sub", "42", null, "https://login.example"))));
}
