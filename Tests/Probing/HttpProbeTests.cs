using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

public sealed class HttpProbeTests : IAsyncLifetime
{
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LocalWebsite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Sends_one_plain_HEAD_request()
    {
        using var probe = Probes.To(Probes.Anywhere);
        await probe.LookAtAsync(_site.Url.Text + "path?q=1");

        _site.Requests.ShouldHaveSingleItem().ShouldBe(
            $"HEAD /path?q=1 HTTP/1.1\r\nHost: 127.0.0.1:{_site.Port}\r\nUser-Agent: {HopSender.UserAgent(ProbeOptions.DefaultUserAgentUrl)}\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    [Fact]
    public void Says_who_it_is_without_the_build_number() =>
        HopSender.UserAgent("https://status.shop.example/").ShouldMatch(@"^UptimeSquirrel/\d+\.\d+\.\d+ \(\+https://status\.shop\.example/\)$");

    [Fact]
    public async Task Tells_the_facts_of_an_answer()
    {
        _site.Answer = Answers.Status(299, "Gone fishing");

        var result = await Probes.LookAsync(_site.Url.Text, Probes.Patient);

        result.ShouldBe(new CheckResult
        {
            At = result.At,
            Took = result.Took,
            StatusCode = 299,
            StatusText = "Gone fishing",
            Method = CheckMethod.Head,
            ConnectedTo = $"127.0.0.1:{_site.Port}",
            Times = result.Times,
        });
    }

    [Fact]
    public async Task Makes_a_new_connection_for_every_look()
    {
        _site.Answer = Answers.Raw("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
        using var probe = Probes.To(Probes.Anywhere);

        await probe.LookAtAsync(_site.Url.Text);
        await probe.LookAtAsync(_site.Url.Text);

        _site.Connections.ShouldBe(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(405)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(599)]
    public async Task Asks_again_with_GET_when_HEAD_is_refused_or_fails(int refusal)
    {
        _site.Answer = conversation => (conversation.Method == "HEAD" ? Answers.Status(refusal) : Answers.Ok)(conversation);

        var result = await Probes.LookAsync(_site.Url.Text, Probes.Patient);

        (result.StatusCode, result.Method, result.RefusedHead).ShouldBe((200, CheckMethod.Get, true));
        _site.Requests.Select(request => request[..4]).ShouldBe(["HEAD", "GET "]);
    }

    [Fact]
    public async Task The_answer_to_GET_decides_and_a_website_that_fails_at_both_is_not_remembered()
    {
        _site.Answer = conversation => Answers.Status(conversation.Method == "HEAD" ? 405 : 503)(conversation);

        var result = await Probes.LookAsync(_site.Url.Text, Probes.Patient);

        (result.StatusCode, result.Method, result.RefusedHead).ShouldBe((503, CheckMethod.Get, false));
        _site.Connections.ShouldBe(2);
    }

    [Theory]
    [InlineData("resets")]
    [InlineData("hangs up")]
    [InlineData("talks nonsense")]
    public async Task Asks_again_with_GET_when_HEAD_breaks_the_connection(string oddity)
    {
        var broken = oddity switch
        {
            "resets" => Answers.Reset,
            "hangs up" => Answers.RawAndHangUp(""),
            _ => Answers.Garbage,
        };
        _site.Answer = conversation => (conversation.Method == "HEAD" ? broken : Answers.Ok)(conversation);

        var result = await Probes.LookAsync(_site.Url.Text, Probes.Patient);

        (result.StatusCode, result.Failure, result.Detail, result.RefusedHead).ShouldBe((200, FailureKind.None, null, true));
    }

    [Theory]
    [InlineData(399)]
    [InlineData(600)]
    public async Task Does_not_ask_again_after_other_answers(int status)
    {
        _site.Answer = Answers.Status(status);

        var result = await Probes.LookAsync(_site.Url.Text, Probes.Patient);

        (result.StatusCode, result.Method).ShouldBe((status, CheckMethod.Head));
        _site.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task HEAD_and_GET_share_one_budget()
    {
        var clock = new FakeTimeProvider();
        _site.Answer = async conversation =>
        {
            clock.Advance(TimeSpan.FromSeconds(6));
            await (conversation.Method == "HEAD" ? Answers.Status(500)(conversation) : conversation.HangAsync());
        };
        using var probe = new HttpProbe(Probes.Anywhere, clock);

        var result = await probe.LookAtAsync(_site.Url.Text, TimeSpan.FromSeconds(10));

        (result.Failure, result.Method, result.Took).ShouldBe((FailureKind.AnswerTimeout, CheckMethod.Get, TimeSpan.FromSeconds(12)));
    }

    [Fact]
    public async Task Starts_with_GET_when_told_to()
    {
        using var probe = Probes.To(Probes.Anywhere);

        var result = await probe.LookAtAsync(_site.Url.Text, method: CheckMethod.Get);

        (result.Method, result.RefusedHead).ShouldBe((CheckMethod.Get, false));
        _site.Requests.ShouldHaveSingleItem().ShouldStartWith("GET / ");
    }

    [Fact(Timeout = 20_000)]
    public async Task Never_reads_the_body_of_a_GET()
    {
        _site.Answer = Answers.Endless("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", new string('b', 65_536));
        using var probe = Probes.To(Probes.Anywhere);

        var result = await probe.LookAtAsync(_site.Url.Text, method: CheckMethod.Get);

        result.StatusCode.ShouldBe(200);
        await _site.AllClosedAsync().WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Follows_redirects_and_tells_where_they_led()
    {
        _site.Answer = Answers.RedirectChain(2);

        var result = await Probes.LookAsync(_site.Url.Text, Probes.Patient);

        (result.StatusCode, result.FinalUrl).ShouldBe((200, _site.Url.Text + "2"));
        _site.Requests.Select(request => request.Split(' ')[1]).ShouldBe(["/", "/1", "/2"]);
    }

    [Fact]
    public async Task Ends_when_the_caller_gives_up_and_lets_go_of_the_connection()
    {
        using var caller = new CancellationTokenSource();
        _site.Answer = async conversation =>
        {
            await caller.CancelAsync();
            await conversation.HangAsync();
        };
        using var probe = Probes.To(Probes.Anywhere);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            probe.LookAsync(new CheckRequest(_site.Url, null, CheckMethod.Head), caller.Token));

        await _site.AllClosedAsync().WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_budget_covers_all_redirects()
    {
        var clock = new FakeTimeProvider();
        _site.Answer = conversation =>
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            return Answers.Redirect(conversation.Path + "x")(conversation);
        };
        using var probe = new HttpProbe(Probes.Anywhere, clock);

        var result = await probe.LookAtAsync(_site.Url.Text, TimeSpan.FromSeconds(10));

        result.Took.ShouldBe(TimeSpan.FromSeconds(12));
        _site.Connections.ShouldBe(3);
    }

    [Fact]
    public async Task Time_runs_out_by_the_clock_it_was_given()
    {
        var clock = new FakeTimeProvider();
        _site.Answer = conversation =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return conversation.HangAsync();
        };
        using var probe = new HttpProbe(Probes.Anywhere, clock);

        var result = await probe.LookAtAsync(_site.Url.Text, TimeSpan.FromSeconds(10));

        (result.Failure, result.Took).ShouldBe((FailureKind.AnswerTimeout, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Waiting_for_a_turn_does_not_count()
    {
        var clock = new FakeTimeProvider();
        var both = Probes.Anywhere with { MaximumAtOnce = 1 };
        using var probe = new HttpProbe(both, clock);
        var release = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        _site.Answer = async conversation =>
        {
            arrived.TrySetResult();
            await release.Task;
            await Answers.Ok(conversation);
        };

        var first = probe.LookAtAsync(_site.Url.Text);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = probe.LookAtAsync(_site.Url.Text);
        clock.Advance(TimeSpan.FromSeconds(3));
        release.SetResult();

        (await first).Took.ShouldBe(TimeSpan.FromSeconds(3));
        (await second).Took.ShouldBe(TimeSpan.Zero);
    }
}
