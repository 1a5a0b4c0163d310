using System.Net;
using CsCheck;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.0")]
    [InlineData("100.100.100.200")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.0")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("3fff::1")]
    [InlineData("4000::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Is_private(string address) => AddressRules.MayConnect(IPAddress.Parse(address), new ProbeOptions()).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.17")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("2001:200::1")]
    [InlineData("2002:101:101::1")]
    [InlineData("2606:4700:4700::1111")]
    public void Is_public(string address) => AddressRules.MayConnect(IPAddress.Parse(address), new ProbeOptions()).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.0/8", true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.0/8", true)]
    [InlineData("64:ff9b::10.0.0.1", "10.0.0.0/8", true)]
    [InlineData("64:ff9b::10.0.0.1", "64:ff9b::/96", true)]
    [InlineData("fd12::1", "fd12::/16", true)]
    [InlineData("127.0.0.1", "10.0.0.0/8", false)]
    [InlineData("10.1.0.0", "10.0.0.0/16", false)]
    public void A_private_network_can_be_allowed(string address, string network, bool isAllowed) =>
        AddressRules.MayConnect(IPAddress.Parse(address), new ProbeOptions { AllowedPrivateNetworks = [IPNetwork.Parse(network)] }).ShouldBe(isAllowed);

    [Fact]
    public void Everything_can_be_allowed() =>
        AddressRules.MayConnect(IPAddress.Loopback, new ProbeOptions { AllowEveryAddress = true }).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.0/8")]
    [InlineData("::ffff:192.168.1.5", "192.168.1.5", "192.168.0.0/16")]
    [InlineData("fd00::5", "fd00::5", "fd00::5/128")]
    public void The_refusal_names_the_address_and_the_key_that_would_allow_it(string address, string shown, string example) =>
        AddressRules.Refusal(IPAddress.Parse(address)).ShouldBe(
            $"{shown} is a private address, and this installation does not check those. " +
            $"To watch your own network, list it under Checks:AllowedPrivateNetworks (for example {example}).");

    [Fact]
    public void No_disguise_makes_a_private_address_public() =>
        Gen.UInt.Sample(number =>
        {
            var plain = new IPAddress([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
            var bytes = plain.GetAddressBytes();
            var isPrivate = AddressRules.IsPrivate(plain);

            return isPrivate == AddressRules.IsPrivate(plain.MapToIPv6()) &&
                   isPrivate == AddressRules.IsPrivate(new IPAddress([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. bytes])) &&
                   isPrivate == AddressRules.IsPrivate(new IPAddress([0x20, 0x02, .. bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
        });
}
