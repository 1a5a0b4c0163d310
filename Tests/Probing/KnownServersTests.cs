using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

public sealed class KnownServersTests
{
    private static readonly ServerName Shop = new("shop.example", 443);
    private static readonly ServerName Blog = new("blog.example", 443);
    private static readonly ServerName News = new("news.example", 443);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void No_more_are_known_than_there_is_room_for()
    {
        var servers = Knowing(2, Shop, Blog, News);

        Known(servers).ShouldBe([Shop, Blog]);
    }

    [Fact]
    public void Those_who_are_known_stay_so_where_others_want_in()
    {
        var servers = Knowing(2, Shop, Blog);

        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(119));
            Remember(servers, News, Shop, Blog);
        }

        Known(servers).ShouldBe([Shop, Blog]);
    }

    [Fact]
    public void Whoever_was_not_met_for_two_hours_makes_room()
    {
        var servers = Knowing(2, Shop, Blog);

        _clock.Advance(TimeSpan.FromHours(1));
        Remember(servers, Blog);
        _clock.Advance(TimeSpan.FromHours(1));
        Remember(servers, News, Blog);

        Known(servers).ShouldBe([Blog, News]);
    }

    [Fact]
    public void Another_port_is_another_server()
    {
        var servers = Knowing(2, Shop);

        servers.Find(Shop with { Port = 8443 }).ShouldBeNull();
    }

    [Fact]
    public void Whoever_is_forgotten_is_not_known()
    {
        var servers = Knowing(2, Shop);

        servers.Forget(Shop);

        Known(servers).ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_that_was_put_back_makes_nothing_known_for_longer()
    {
        var servers = Knowing(2, Shop);

        var earlier = new FakeTimeProvider(_clock.GetUtcNow().AddMinutes(-1));

        servers.Find(Shop)!.WillDo(_clock.GetUtcNow()).ShouldBeTrue();
        servers.Find(Shop)!.WillDo(earlier.GetUtcNow()).ShouldBeFalse();
    }

    private KnownServers Knowing(int maximum, params ServerName[] names)
    {
        var servers = new KnownServers(maximum, _clock);
        Remember(servers, names);
        return servers;
    }

    private void Remember(KnownServers servers, params ServerName[] names)
    {
        foreach (var name in names)
            servers.Remember(name, new VerifiedCertificate(1, 2, _clock.GetUtcNow().AddDays(1)));
    }

    private static List<ServerName> Known(KnownServers servers) => [.. new[] { Shop, Blog, News }.Where(name => servers.Find(name) is not null)];
}
