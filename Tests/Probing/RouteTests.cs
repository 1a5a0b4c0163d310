using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class RouteTests
{
    [Theory]
    [InlineData("/new", "https://shop.example/new")]
    [InlineData("new", "https://shop.example/old/new")]
    [InlineData("?q", "https://shop.example/old/page?q")]
    [InlineData("../up", "https://shop.example/up")]
    [InlineData("//other.example/x", "https://other.example/x")]
    [InlineData("http://shop.example", "http://shop.example/")]
    [InlineData("HTTPS://SHOP.EXAMPLE/X", "https://shop.example/X")]
    [InlineData("https://user:secret@shop.example/x", "https://shop.example/x")]
    [InlineData("/x#part", "https://shop.example/x")]
    [InlineData(" /x ", "https://shop.example/x")]
    [InlineData("/bücher", "https://shop.example/b%C3%BCcher")]
    [InlineData("/a b", "https://shop.example/a%20b")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x")]
    public void Goes_where_a_browser_would_go(string location, string expected)
    {
        var route = new Route(new Uri("https://shop.example/old/page"));

        route.Follow(location).Kind.ShouldBe(FailureKind.None);

        (route.Current.AbsoluteUri, route.FinalUrl).ShouldBe((expected, expected));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("ftp://shop.example/")]
    [InlineData("mailto:me@shop.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https:///x")]
    [InlineData("https://shop.example:0/")]
    [InlineData("https://shop.example:65536/")]
    [InlineData("https://exa mple/")]
    public void Goes_nowhere_with_an_address_that_leads_nowhere(string? location) =>
        new Route(new Uri("https://shop.example/")).Follow(location).Kind.ShouldBe(FailureKind.BadRedirect);

    [Theory]
    [InlineData("https://shop.example/")]
    [InlineData("/")]
    [InlineData("/#top")]
    [InlineData("https://SHOP.example:443/")]
    public void Knows_where_it_has_been(string location)
    {
        var route = new Route(new Uri("https://shop.example/"));
        route.Follow("/elsewhere");

        route.Follow(location).Kind.ShouldBe(FailureKind.RedirectLoop);
    }

    [Fact]
    public void Goes_five_steps_and_no_more()
    {
        var route = new Route(new Uri("https://shop.example/"));

        Enumerable.Range(1, 6).Select(step => route.Follow($"/{step}").Kind).ShouldBe(
            [.. Enumerable.Repeat(FailureKind.None, 5), FailureKind.TooManyRedirects]);
    }

    [Fact]
    public void There_is_no_final_address_without_a_redirect() => new Route(new Uri("https://shop.example/")).FinalUrl.ShouldBeNull();
}
