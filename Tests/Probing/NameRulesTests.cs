using System.Net;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("shop.example", "Public")]
    [InlineData("invalid.example", "Public")]
    [InlineData("notinvalid.notinvalid", "Public")]
    [InlineData("shop.prod.svc.cluster.local", "Public")]
    [InlineData("invalid", "Invalid")]
    [InlineData("shop.INVALID", "Invalid")]
    [InlineData("localhost", "Localhost")]
    [InlineData("shop.localhost", "Localhost")]
    [InlineData("mylocalhost", "Local")]
    [InlineData("intranet", "Local")]
    [InlineData("printer.local", "Local")]
    public void A_name_tells_who_knows_it(string name, string kind) => NameKinds.Of(name).ToString().ShouldBe(kind);

    [Theory]
    [InlineData("2a00:1450::1", true)]
    [InlineData("fd00::2", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::1", false)]
    [InlineData("2002:c000:201::1", false)]
    [InlineData("2001:0:1::1", false)]
    [InlineData("192.0.2.1", false)]
    public void Only_an_address_that_reaches_the_world_counts_as_IPv6(string address, bool isGlobal) =>
        AddressOrder.IsGlobalIPv6(IPAddress.Parse(address)).ShouldBe(isGlobal);

    [Fact]
    public void No_name_is_kept_longer_than_a_minute()
    {
        var clock = new FakeTimeProvider();
        var cache = new NameCache(clock);
        cache.Keep("shop.example", [IPAddress.Loopback], TimeSpan.FromDays(1));

        clock.Advance(TimeSpan.FromSeconds(59));
        cache.TryFind("shop.example", out _).ShouldBeTrue();

        clock.Advance(TimeSpan.FromSeconds(1));
        cache.TryFind("shop.example", out _).ShouldBeFalse();
    }

    [Fact]
    public void What_must_not_be_kept_is_not()
    {
        var cache = new NameCache(new FakeTimeProvider());
        cache.Keep("shop.example", [IPAddress.Loopback], TimeSpan.Zero);

        cache.TryFind("shop.example", out _).ShouldBeFalse();
    }

    [Fact]
    public void Of_a_million_names_only_the_latest_are_kept()
    {
        var cache = new NameCache(new FakeTimeProvider(), namesInAGeneration: 10);
        for (var i = 0; i < 1_000_000; i++)
            cache.Keep($"{i}.example", [IPAddress.Loopback], TimeSpan.FromHours(1));

        Enumerable.Range(0, 1_000_000).Count(i => cache.TryFind($"{i}.example", out _)).ShouldBe(20);
        cache.TryFind("999999.example", out _).ShouldBeTrue();
    }
}
