using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

public sealed class PolitenessTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private readonly TaskCompletionSource _release = new();
    private readonly TaskCompletionSource _arrived = new();
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LocalWebsite.StartAsync();
        _site.Answer = async conversation =>
        {
            _arrived.TrySetResult();
            await _release.Task;
            await Answers.Ok(conversation);
        };
    }

    public ValueTask DisposeAsync()
    {
        _release.TrySetResult();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Waiting_for_a_turn_at_an_address_counts_neither_as_time_of_the_website_nor_against_its_budget()
    {
        using var probe = Probe(Probes.Anywhere with { MaximumPerAddress = 1 });
        var first = probe.LookAtAsync(_site.Url.Text);
        await _arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = probe.LookAsync(new CheckRequest(_site.Url, TimeSpan.FromSeconds(5), CheckMethod.Head) { WantsTrace = true }, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(7));
        _release.SetResult();

        (await first).Took.ShouldBe(TimeSpan.FromSeconds(7));
        var waited = await second;
        (waited.StatusCode, waited.Took, waited.Times.Connecting).ShouldBe((200, TimeSpan.Zero, TimeSpan.Zero));
        waited.Trace!.Single().Waited.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task What_has_waited_too_long_is_left_out_and_says_so()
    {
        using var probe = Probe(Probes.Anywhere with { MaximumPerAddress = 1 });
        var first = probe.LookAtAsync(_site.Url.Text);
        await _arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = probe.LookAtAsync(_site.Url.Text);

        _clock.Advance(TimeSpan.FromSeconds(8));

        var skipped = await second;
        (skipped.Failure, skipped.Detail).ShouldBe((FailureKind.CheckSkipped, "1 other checks of the server at 127.0.0.1 were still under way"));
        VerdictRules.Judge(skipped, AcceptedStatuses.Default).CouldNotLook.ShouldBeTrue();
        _site.Connections.ShouldBe(1);
        _release.SetResult();
        (await first).StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task Looks_at_other_addresses_do_not_wait()
    {
        await using var other = await LocalWebsite.StartAsync(address: System.Net.IPAddress.Parse("127.0.0.7"));
        using var probe = Probe(Probes.Anywhere with { MaximumPerAddress = 1 });
        var first = probe.LookAtAsync(_site.Url.Text);
        await _arrived.Task.WaitAsync(TestContext.Current.CancellationToken);

        (await probe.LookAtAsync(other.Url.Text)).StatusCode.ShouldBe(200);

        _release.SetResult();
        await first;
    }

    [Fact]
    public async Task A_busy_address_is_tried_after_the_others_but_before_giving_up()
    {
        // 127.0.0.1 is busy, and nothing listens at 127.0.0.8.
        using var probe = new HttpProbe(Probes.Anywhere with { MaximumPerAddress = 1 }, _clock, new Surroundings
        {
            LookUpAsync = (_, _, _) => Task.FromResult(NameAnswer.Found([System.Net.IPAddress.Parse("127.0.0.8"), System.Net.IPAddress.Loopback])),
        });
        var first = probe.LookAtAsync(_site.Url.Text);
        await _arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = probe.LookAtAsync($"http://shop.example:{_site.Port}/");

        _release.SetResult();

        await first;
        var result = await second;
        (result.StatusCode, result.FailedAddresses.Single().Address).ShouldBe((200, $"127.0.0.8:{_site.Port}"));
    }

    [Fact]
    public async Task A_probe_that_is_too_busy_says_so_instead_of_blaming_the_website()
    {
        using var probe = Probe(Probes.Anywhere with { MaximumAtOnce = 1 });
        var first = probe.LookAtAsync(_site.Url.Text);
        await _arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = probe.LookAtAsync(_site.Url.Text);

        _clock.Advance(TimeSpan.FromSeconds(8));

        (await second).Failure.ShouldBe(FailureKind.CheckSkipped);
        _release.SetResult();
        await first;
    }

    private HttpProbe Probe(ProbeOptions options) => new(options, _clock);
}
