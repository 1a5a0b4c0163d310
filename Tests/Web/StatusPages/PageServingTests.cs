using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Web.StatusPages.Serving;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>What a silo keeps of a page, with a clock that only the test moves.</summary>
public sealed class PageServingTests
{
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly PageEntry _entry;
    private Func<Task<StatusPageView?>> _answer = () => Task.FromResult<StatusPageView?>(View());
    private int _asked;

    public PageServingTests() => _entry = new PageEntry(Slug, Ask, _clock, NullLogger.Instance);

    [Fact]
    public async Task A_thousand_visitors_within_ten_seconds_cost_one_question()
    {
        var gate = new TaskCompletionSource<StatusPageView?>();
        _answer = () => gate.Task;
        var visits = Enumerable.Range(0, 1000).Select(_ => _entry.GetAsync().AsTask()).ToArray();
        gate.SetResult(View());

        var pages = await Task.WhenAll(visits);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        pages.Append(await _entry.GetAsync()).Distinct().Count().ShouldBe(1);

        _asked.ShouldBe(1);
    }

    [Fact]
    public async Task After_ten_seconds_a_visitor_gets_what_there_is_and_the_next_one_what_is_new()
    {
        var first = await _entry.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));

        (await _entry.GetAsync()).ShouldBe(first);
        await Eventually.HoldsAsync(async () => await _entry.GetAsync() != first);

        _asked.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_comes_after_a_while_waits_for_what_is_so_now()
    {
        var first = await _entry.GetAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));

        (await _entry.GetAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task While_nobody_answers_visitors_see_what_was_known_and_that_it_is_old_until_somebody_does()
    {
        await _entry.GetAsync();
        _answer = () => throw new TimeoutException("nobody");
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.HoldsAsync(async () => (await _entry.GetAsync())!.IsStale);
        var asked = _asked;
        for (var i = 0; i < 100; i++)
            (await _entry.GetAsync())!.View.AsOf.ShouldBe(Now);
        _asked.ShouldBe(asked);

        _answer = () => Task.FromResult<StatusPageView?>(View() with { AsOf = _clock.GetUtcNow() });
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.HoldsAsync(async () => !(await _entry.GetAsync())!.IsStale);
    }

    [Fact]
    public async Task A_question_that_hangs_is_not_asked_again_beside_it()
    {
        await _entry.GetAsync();
        var gate = new TaskCompletionSource<StatusPageView?>();
        _answer = () => gate.Task;
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await _entry.GetAsync();
        }

        gate.SetResult(View() with { AsOf = _clock.GetUtcNow() });
        await Eventually.HoldsAsync(async () => (await _entry.GetAsync())!.View.AsOf == _clock.GetUtcNow());
        _asked.ShouldBe(2);
    }

    [Fact]
    public async Task With_nothing_known_and_nobody_who_answers_a_visitor_is_told_so()
    {
        _answer = () => throw new TimeoutException("nobody");
        await Should.ThrowAsync<TimeoutException>(_entry.GetAsync().AsTask());

        _answer = () => new TaskCompletionSource<StatusPageView?>().Task;
        _clock.Advance(TimeSpan.FromSeconds(10));
        var visit = _entry.GetAsync().AsTask();
        await Eventually.HoldsAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return visit.IsCompleted;
        });
        await Should.ThrowAsync<TimeoutException>(visit);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("*", "br")]
    [InlineData("identity", null)]
    [InlineData("BR ; Q=0.5", "br")]
    [InlineData("*;q=0", null)]
    public void A_client_gets_the_encoding_it_takes(string? accept, string? expected) => EncodingRules.Choose(accept).ShouldBe(expected);

    [Fact]
    public void Each_encoding_has_a_tag_of_its_own_and_unpacks_to_the_same_bytes()
    {
        var rendition = Rendition.Of(new string('x', 5000), "text/plain");
        string?[] accepts = [null, "gzip", "br"];
        var variants = accepts.Select(rendition.For).ToArray();

        variants.Select(variant => variant.Tag).Distinct().Count().ShouldBe(3);
        variants.Select(variant => variant.Encoding).ShouldBe([null, "gzip", "br"]);
        Rendition.IsKnown(variants[1].Tag, variants[1]).ShouldBeTrue();
        Rendition.IsKnown($"\"other\", W/{variants[1].Tag}", variants[1]).ShouldBeTrue();
        Rendition.IsKnown("*", variants[1]).ShouldBeTrue();
        Rendition.IsKnown(variants[2].Tag, variants[1]).ShouldBeFalse();
        Rendition.IsKnown("nonsense", variants[1]).ShouldBeFalse();
        Rendition.Of("short", "text/plain").For("br").Encoding.ShouldBeNull();
    }

    private Task<StatusPageView?> Ask(StatusPageSlug slug)
    {
        Interlocked.Increment(ref _asked);
        return _answer();
    }
}
