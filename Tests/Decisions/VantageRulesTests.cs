using System.Net;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class VantageRulesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("berlin.1", "berlin.1")]
    [InlineData("berlin.1 paris.1", "paris.1 berlin.1")]
    [InlineData("paris.1 paris.2 oslo.1 berlin.1 oslo.2", "paris.1 oslo.1 paris.2 oslo.2 berlin.1")]
    [InlineData("paris.2 paris.1 oslo.1", "paris.2 oslo.1 paris.1")]
    public void Other_regions_come_first_and_each_of_them_once_before_one_comes_twice(string others, string expected) =>
        string.Join(' ', VantageRules.BestFirst(others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Vantage), "berlin").Select(vantage => vantage.Silo))
            .ShouldBe(expected);

    [Fact]
    public void A_second_opinion_has_the_certificate_shown() =>
        VantageRules.ForSecondOpinion(new CheckRequest(WebsiteUrl.Parse("https://shop.example/"), null, CheckMethod.Head)).WantsCertificate.ShouldBeTrue();

    private static Vantage Vantage(string silo) => new(silo, silo.Split('.')[0], SiloAddress.New(IPAddress.Loopback, 1, 1));
}
