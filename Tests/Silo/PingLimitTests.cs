using System.Net;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Silo.Heartbeats;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Silo;

public sealed class PingLimitTests
{
    private static readonly IPAddress Caller = IPAddress.Parse("192.0.2.7");
    private readonly FakeTimeProvider _clock = new();
    private readonly PingLimit _limit;

    public PingLimitTests() => _limit = new PingLimit(_clock);

    [Fact]
    public void Whoever_guesses_has_sixty_guesses_a_minute()
    {
        for (var i = 0; i < 60; i++)
        {
            _limit.MayAsk(Caller, Somebody()).ShouldBeTrue();
            _limit.Note(Caller, Somebody(), isGood: false);
        }

        _limit.MayAsk(Caller, Somebody()).ShouldBeFalse();
        _limit.MayAsk(IPAddress.Parse("192.0.2.8"), Somebody()).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _limit.MayAsk(Caller, Somebody()).ShouldBeTrue();
    }

    [Fact]
    public void A_job_whose_calls_were_good_is_heard_whatever_its_neighbours_do()
    {
        var job = Somebody();
        _limit.Note(Caller, job, isGood: true);
        for (var i = 0; i < 1000; i++)
            _limit.Note(Caller, Somebody(), isGood: false);

        _limit.MayAsk(Caller, job).ShouldBeTrue();
    }

    [Fact]
    public void Any_number_of_good_calls_may_come_from_one_address()
    {
        for (var i = 0; i < 1000; i++)
            _limit.Note(Caller, Somebody(), isGood: true);

        _limit.MayAsk(Caller, Somebody()).ShouldBeTrue();
    }

    private static WebsiteId Somebody() => new(Guid.NewGuid());
}
