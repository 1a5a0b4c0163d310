using System.Net;
using System.Security.Claims;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Grains.Accounts;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Tests.Web.Access;

public sealed class AccessRulesTests
{
    private static readonly UserSummary _root = Summary("root", UserRole.Administrator);
    private static readonly UserSummary _viewer = Summary("viewer", UserRole.Viewer);

    [Fact]
    public void Somebody_can_always_administer()
    {
        var users = new[] { _root, _viewer }.ToDictionary(user => user.Key);

        UserRules.Judge(users, _root with { Role = UserRole.Editor }).ShouldBe(UserOutcome.LastAdministrator);
        UserRules.Judge(users, _root with { IsShutOut = true }).ShouldBe(UserOutcome.LastAdministrator);
        UserRules.Judge(users, _root with { Owner = OwnerId.Parse("team") }).ShouldBe(UserOutcome.LastAdministrator);
        UserRules.IsLastAdministrator(users, _root.Key).ShouldBeTrue();
        UserRules.Judge(users, _viewer with { Role = UserRole.Administrator }).ShouldBe(UserOutcome.Done);
        users[_viewer.Key] = _viewer with { Role = UserRole.Administrator };
        UserRules.Judge(users, _root with { Role = UserRole.Editor }).ShouldBe(UserOutcome.Done);
    }

    [Fact]
    public void There_are_not_more_users_than_one_list_can_hold()
    {
        var users = Enumerable.Range(0, IUsersGrain.MaximumUsers).Select(number => Summary($"u{number}", UserRole.Administrator)).ToDictionary(user => user.Key);

        UserRules.Judge(users, Summary("one-more", UserRole.Viewer)).ShouldBe(UserOutcome.TooMany);
        UserRules.Judge(users, users.Values.First() with { HasSecondFactor = true }).ShouldBe(UserOutcome.Done);
    }

    [Fact]
    public void Only_what_is_listed_changes_the_list()
    {
        UserRules.AreSame(Summary("a", UserRole.Viewer), Summary("a", UserRole.Viewer)).ShouldBeTrue();
        UserRules.AreSame(Summary("a", UserRole.Viewer), Summary("a", UserRole.Viewer) with { Passkeys = ["x"] }).ShouldBeFalse();
        UserRules.AreSame(Summary("a", UserRole.Viewer), Summary("a", UserRole.Editor)).ShouldBeFalse();
    }

    [Fact]
    public void A_name_is_one_user_however_it_is_spelled()
    {
        UserKey.Of(" Alice@Example.org ").ShouldBe(UserKey.Of("alice@example.org"));
        UserKey.Of("alice").ShouldNotBe(UserKey.Of("bob"));
        UserKey.IsKey(UserKey.Of("alice")).ShouldBeTrue();
        UserKey.IsKey("user:{0}").ShouldBeFalse();
        UserKey.IsKey("website:0123").ShouldBeFalse();
    }

    [Theory]
    [InlineData("alice", true)]
    [InlineData("jörg.müller@example.org", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("{0}", false)]
    [InlineData("key:robot", false)]
    public void A_name_is_made_of_letters(string name, bool isName) => UserKey.IsName(name).ShouldBe(isName);

    [Theory]
    [InlineData("nuts for the winter", "nuts for the winter", null)]
    [InlineData("123456789", "123456789", "Problem.PasswordShort")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "Problem.PasswordShort")]
    [InlineData("nuts for the winter", "nuts for the summer", "Problem.PasswordRepeated")]
    [InlineData("alice in wonderland", "alice in wonderland", "Problem.PasswordName")]
    [InlineData(null, null, "Problem.PasswordShort")]
    public void A_password_is_long_and_not_the_name(string? password, string? repeated, string? problem) =>
        PasswordRules.FindProblem(password, repeated, "alice").ShouldBe(problem);

    [Fact]
    public void Who_is_bound_to_an_owner_sees_nothing_of_others_whatever_the_claim_says()
    {
        var bound = new ClaimsPrincipal(new ClaimsIdentity(Caller.Claims(UserRole.Editor, OwnerId.Parse("team"))));
        var odd = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Caller.OwnerClaim, "not an owner!")]));

        bound.MaySee(OwnerId.Parse("team")).ShouldBeTrue();
        bound.MaySee(OwnerId.Parse("other")).ShouldBeFalse();
        odd.MaySee(OwnerId.Parse("team")).ShouldBeFalse();
    }

    [Fact]
    public void What_is_the_installations_is_for_those_who_are_bound_to_no_owner()
    {
        new ClaimsPrincipal(new ClaimsIdentity(Caller.Claims(UserRole.Viewer, owner: null))).MaySee(owner: null).ShouldBeTrue();
        new ClaimsPrincipal(new ClaimsIdentity(Caller.Claims(UserRole.Editor, OwnerId.Parse("team")))).MaySee(owner: null).ShouldBeFalse();
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(Caller.OwnerClaim, "not an owner!")])).MaySee(owner: null).ShouldBeFalse();
    }

    [Fact]
    public void Attempts_are_counted_for_a_network_and_not_for_each_of_its_addresses()
    {
        AttemptLimit.NetworkOf(IPAddress.Parse("2001:db8:1:2:3::1")).ShouldBe(AttemptLimit.NetworkOf(IPAddress.Parse("2001:db8:1:2:ffff::2")));
        AttemptLimit.NetworkOf(IPAddress.Parse("2001:db8:1:3::1")).ShouldNotBe(AttemptLimit.NetworkOf(IPAddress.Parse("2001:db8:1:2::1")));
        AttemptLimit.NetworkOf(IPAddress.Parse("::ffff:10.0.0.1")).ShouldBe(AttemptLimit.NetworkOf(IPAddress.Parse("10.0.0.1")));
    }

    private static UserSummary Summary(string name, UserRole role) =>
        new(UserKey.Of(name), name, role, Owner: null, IsShutOut: false, HasSecondFactor: false, [], [], DateTimeOffset.UnixEpoch, LastSignedInAt: null);
}
