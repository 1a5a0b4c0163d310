using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class HeartbeatTokenTests
{
    private static readonly WebsiteId Job = WebsiteId.From(OwnerId.Parse("team"), WebsiteUrl.Parse("heartbeat://nightly-backup"));

    [Fact]
    public void A_token_leads_to_its_heartbeat_and_reads_back_as_itself()
    {
        var token = new HeartbeatToken(Job, HeartbeatToken.NewSecret());

        HeartbeatToken.TryParse(token.ToString(), out var read).ShouldBeTrue();
        (read, token.ToString().Length).ShouldBe((token, 43));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ÄAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_token_is_not_read(string? text) => HeartbeatToken.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void No_two_secrets_are_the_same_and_each_has_128_bits()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => HeartbeatToken.NewSecret()).ToArray();

        secrets.Distinct().Count().ShouldBe(1000);
        secrets.ShouldAllBe(secret => secret.Length == 22);
    }

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abd", false)]
    [InlineData("abc", "ab", false)]
    [InlineData("", "abc", false)]
    public void Secrets_are_compared_whole(string one, string other, bool areSame) => HeartbeatToken.AreSame(one, other).ShouldBe(areSame);
}
