using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class WebsiteIdTests
{
    // Stored ids depend on it: if this changes, every website becomes a stranger.
    [Fact]
    public void Never_changes() =>
        WebsiteId.From(OwnerId.Default, WebsiteUrl.Parse("https://shop.example/")).ToString().ShouldBe("ea9c6765-9060-8b97-b77c-25beca031db2");

    [Fact]
    public void Is_the_same_for_two_spellings_of_one_address() =>
        Id("anna", "SHOP.example:443").ShouldBe(Id("Anna", "https://shop.example/"));

    [Theory]
    [InlineData("bert", "https://shop.example/")]
    [InlineData("anna", "https://shop.example/x")]
    [InlineData("anna", "http://shop.example/")]
    public void Differs_for_another_owner_or_address(string owner, string url) => Id(owner, url).ShouldNotBe(Id("anna", "https://shop.example/"));

    [Fact]
    public void Has_the_marks_of_version_8()
    {
        for (var i = 0; i < 200; i++)
        {
            var text = Id("anna", $"https://shop.example/{i}").ToString();

            (text[14], "89ab".Contains(text[19], StringComparison.Ordinal)).ShouldBe(('8', true));
        }
    }

    private static WebsiteId Id(string owner, string url) => WebsiteId.From(OwnerId.Parse(owner), WebsiteUrl.Parse(url));
}
