using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class DomainBookTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly FakeRegistry _registry = new();
    private readonly DomainBook _book;
    private readonly DateTimeOffset _soon;

    public DomainBookTests() => (_book, _soon) = (new DomainBook(_clock, _registry), _clock.GetUtcNow().AddDays(20));

    public async ValueTask InitializeAsync() => await _book.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _book.StopAsync(CancellationToken.None);
        _book.Dispose();
    }

    [Fact]
    public async Task Whoever_asks_has_the_answer_later_and_shares_it_with_all_hosts_of_the_domain()
    {
        _registry.Answers["shop.com"] = RegistryAnswer.Found(_soon);

        _book.Find("www.shop.com").ShouldBe(DomainAnswer.NotYet);
        (await AnswerAsync("www.shop.com")).Expiry.ShouldBe(new DomainExpiry("shop.com", _soon));

        _book.Find("mail.shop.com").Expiry.ShouldBe(new DomainExpiry("shop.com", _soon));
        _registry.Asked.ShouldBe(["shop.com"]);
    }

    [Fact]
    public async Task Where_two_labels_are_nobodys_domain_three_are_asked_for()
    {
        _registry.Answers["shop.co.uk"] = RegistryAnswer.Found(_soon);

        (await AnswerAsync("www.shop.co.uk")).Expiry.ShouldBe(new DomainExpiry("shop.co.uk", _soon));
        await AnswerAsync("www.other.co.uk");

        _registry.Asked.ShouldBe(["co.uk", "shop.co.uk", "other.co.uk"]);
    }

    [Fact]
    public void Nobody_is_asked_about_addresses_and_private_names()
    {
        foreach (var host in (string[])["127.0.0.1", "[::1]", "localhost", "nas.local", "intranet"])
            _book.Find(host).ShouldBe(DomainAnswer.Nothing);

        _registry.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registry_that_fails_is_no_news_and_is_asked_again_a_day_later()
    {
        _registry.Answers["shop.com"] = default;
        (await AnswerAsync("shop.com")).ShouldBe(DomainAnswer.Nothing);

        _clock.Advance(TimeSpan.FromHours(23));
        _book.Find("shop.com").ShouldBe(DomainAnswer.Nothing);
        _registry.Answers["shop.com"] = RegistryAnswer.Found(_soon);
        _clock.Advance(TimeSpan.FromHours(2));
        _book.Find("shop.com").ShouldBe(DomainAnswer.Nothing);

        await Eventually.TrueAsync(() => _book.Find("shop.com").Expiry is not null, () => "It was not asked again.");
        _registry.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_date_that_was_told_outlives_a_registry_that_fails()
    {
        _registry.Answers["shop.com"] = RegistryAnswer.Found(_soon);
        await AnswerAsync("shop.com");
        _registry.Answers["shop.com"] = default;
        _clock.Advance(TimeSpan.FromDays(2));

        _book.Find("shop.com");
        await Eventually.TrueAsync(() => _registry.Asked.Count == 2, () => "It was not asked again.");

        _book.Find("shop.com").Expiry.ShouldBe(new DomainExpiry("shop.com", _soon));
    }

    [Fact]
    public async Task Who_is_asked_too_often_is_left_alone_and_nothing_is_forgotten()
    {
        _registry.Answers["a.com"] = new RegistryAnswer(RegistryOutcome.TooOften, AskAgainIn: TimeSpan.FromMinutes(10));
        _registry.Answers["b.com"] = RegistryAnswer.Found(_soon);
        _book.Find("a.com");
        _book.Find("b.com");
        await Eventually.TrueAsync(() => _registry.Asked.Count == 1, () => "Nobody was asked.");

        _clock.Advance(TimeSpan.FromMinutes(9));
        _registry.Asked.ShouldBe(["a.com"]);
        _registry.Answers["a.com"] = RegistryAnswer.Found(_soon);

        (await AnswerAsync("a.com", TimeSpan.FromMinutes(1))).Expiry.ShouldNotBeNull();
        _registry.Asked.ShouldBe(["a.com", "b.com", "a.com"]);
    }

    [Fact]
    public async Task Many_who_want_to_know_at_once_are_one_question()
    {
        _registry.Answers["shop.com"] = RegistryAnswer.Found(_soon);
        Parallel.For(0, 1000, number => _book.Find($"host-{number}.shop.com"));
        await Eventually.TrueAsync(() => _registry.Asked.Count > 0, () => "Nobody was asked.");

        _registry.Asked.ShouldBe(["shop.com"]);
    }

    [Fact]
    public void Without_a_registry_nothing_is_known()
    {
        using var book = new DomainBook(_clock);

        book.Find("shop.com").ShouldBe(DomainAnswer.Nothing);
    }

    // One question a second: the clock moves on until all that were needed are answered.
    private async Task<DomainAnswer> AnswerAsync(string host, TimeSpan? pace = null)
    {
        await Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(pace ?? TimeSpan.FromSeconds(1));
                return _book.Find(host).IsComplete;
            },
            () => $"Asked so far: {string.Join(' ', _registry.Asked)}");
        return _book.Find(host);
    }
}
