using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class IdempotencyTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task A_request_sent_again_with_its_key_is_answered_again_and_done_once()
    {
        var (http, owner, key) = (await KeyAsync(), NewName("team"), NewName("key"));
        var body = new { url = "https://once.test", owner };
        var first = await SendAsync(http, "POST", "/websites", body, ("Idempotency-Key", key));
        var again = await SendAsync(http, "POST", "/websites", body, ("Idempotency-Key", key));
        first.Status.ShouldBe(HttpStatusCode.Created);
        again.ShouldBe(first with { IsReplayed = true });
        (await SendAsync(http, "POST", "/websites", body)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_key_stands_for_one_request_of_one_caller()
    {
        var (http, other, owner, key) = (await KeyAsync(), await KeyAsync(), NewName("team"), NewName("key"));
        await SendAsync(http, "POST", "/websites", new { url = "https://one.test", owner }, ("Idempotency-Key", key));
        (await SendAsync(http, "POST", "/websites", new { url = "https://two.test", owner }, ("Idempotency-Key", key))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SendAsync(other, "POST", "/websites", new { url = "https://two.test", owner }, ("Idempotency-Key", key))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_mistake_is_answered_again_too_and_a_key_that_is_none_is_refused()
    {
        var (http, key) = (await KeyAsync(), NewName("key"));
        (await SendAsync(http, "POST", "/websites", new { url = "nothing at all" }, ("Idempotency-Key", key))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(http, "POST", "/websites", new { url = "nothing at all" }, ("Idempotency-Key", key))).IsReplayed.ShouldBeTrue();
        (await SendAsync(http, "POST", "/websites", new { url = "https://a.test" }, ("Idempotency-Key", new string('k', 201)))).Mistake("Idempotency-Key").ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_the_same_requests_at_once_one_is_done()
    {
        var (http, owner, key) = (await KeyAsync(), NewName("team"), NewName("key"));
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(http, "POST", "/websites", new { url = "https://once.test", owner }, ("Idempotency-Key", key))));
        replies.Count(reply => reply is { Status: HttpStatusCode.Created, IsReplayed: false }).ShouldBe(1);
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created || reply.Status == HttpStatusCode.Conflict);
    }
}
