using System.Net;
using System.Net.ServerSentEvents;
using UptimeSquirrel.Tests.Web.Support;
using UptimeSquirrel.Web.Access.Keys;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class EventTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task What_happens_to_ones_own_websites_is_told_as_it_happens()
    {
        var (owner, editor) = (NewName("team"), await KeyAsync());
        var listener = await KeyAsync("viewer", owner);
        using var response = await listener.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "text/event-stream"));
        await using var events = await ListenAsync(response);

        await AddAsync(editor, "https://elses.test/", NewName("else"));
        var (id, _) = await AddAsync(editor, "https://own.test/", owner);
        var first = await NextAsync(events);
        first.EventType.ShouldBe("settings");
        first.Data.ShouldContain(id);
        first.EventId.ShouldNotBeNullOrEmpty();
        await SendAsync(editor, "POST", $"/websites/{id}/pause");
        var second = await NextAsync(events);
        (second.EventType, second.Data.Contains("\"paused\"", StringComparison.Ordinal)).ShouldBe(("standing", true), second.Data);
    }

    [Fact]
    public async Task The_stream_of_a_program_ends_when_its_key_is_revoked()
    {
        var secret = await House.MakeKeyAsync("viewer");
        using var program = await House.StrangerAsync();
        program.UseKey(secret);
        using var response = await program.Http.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var events = await ListenAsync(response);

        var admin = await KeyAsync("administrator");
        (await SendAsync(admin, "DELETE", $"/keys/{KeyText.IdOf(secret)}")).Status.ShouldBe(HttpStatusCode.NoContent);

        await EndsAsync(events);
    }

    [Fact]
    public async Task The_stream_of_somebody_who_is_shut_out_ends()
    {
        var name = NewName("listener");
        await House.AddUserAsync(name, "viewer");
        using var listener = await House.StrangerAsync();
        await listener.SignInAsync(name);
        using var response = await listener.Http.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var events = await ListenAsync(response);

        (await SendAsync(await KeyAsync("administrator"), "POST", $"/users/{name}/shut-out")).Status.ShouldBe(HttpStatusCode.OK);

        await EndsAsync(events);
    }

    private static async Task<IAsyncEnumerator<SseItem<string>>> ListenAsync(HttpResponseMessage response)
    {
        var events = SseParser.Create(await response.Content.ReadAsStreamAsync(Stop)).EnumerateAsync(Stop).GetAsyncEnumerator(Stop);
        (await NextAsync(events)).EventType.ShouldBe("ready");
        return events;
    }

    // What is under way may still come.
    private static async Task EndsAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Stop))
            events.Current.EventType.ShouldNotBe("ready");
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        do
            (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Stop)).ShouldBeTrue();
        while (events.Current.EventType == "ping");
        return events.Current;
    }
}
