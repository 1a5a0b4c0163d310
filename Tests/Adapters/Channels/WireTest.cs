using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

/// <summary>A test that looks at what arrives at the other side.</summary>
public abstract class WireTest : IAsyncDisposable
{
    protected const string Explanation = "The server answered, but with an error: 503 (Service Unavailable), after 0.4 s.";
    protected const string Body = $"{Explanation}\nDown since: 23 Nov 2026 10:02:13 UTC\nConfirmed: 23 Nov 2026 10:02:49 UTC, after 3 failed checks in a row\nTechnical cause: HTTP 503 Service Unavailable";
    protected const string Brief = $"DOWN: Shop (shop.example) since 10:02 UTC. {Explanation}";

    private readonly ServiceProvider _services = ChannelCases.Services(new FakeTimeProvider(Alerts.Now));

    protected Receiver Receiver { get; } = Receiver.Start();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<ReceivedRequest> SendAsync(string kind, Alert? alert = null, params (string Name, string Value)[] more)
    {
        await DeliverAsync(kind, alert, more);
        return Receiver.Requests[^1];
    }

    private protected Task<DeliveryAnswer> DeliverAsync(string kind, Alert? alert = null, params (string Name, string Value)[] more) =>
        _services.DeliverAsync(kind, Receiver.Url, alert, more);

    private protected async Task<ReceivedRequest> SendAsync(string kind, Bundle bundle)
    {
        await _services.DeliverAsync(kind, Receiver.Url, bundle);
        return Receiver.Requests[^1];
    }

    private protected async Task<ReceivedRequest> SendAsync(string kind, Func<Letter, Letter> change, Alert? alert = null)
    {
        var letter = change(LetterWriter.Write(alert ?? Alerts.Outage(), $"{kind}-1"));
        await _services.Notifier(kind).DeliverAsync(letter, new ChannelSettings(ChannelCases.Settings(kind, Receiver.Url)), TestContext.Current.CancellationToken);
        return Receiver.Requests[^1];
    }

    private protected ChannelKind Kind(string kind) => _services.Notifier(kind).Kind;

    private protected IReadOnlyList<string> Problems(string kind, params (string Name, string Value)[] more)
    {
        var settings = ChannelCases.Settings(kind, Receiver.Url);
        foreach (var (name, value) in more)
            settings[name] = value;
        return _services.Notifier(kind).Problems(new ChannelSettings(settings));
    }

    private protected static void ShouldBeJson(ReceivedRequest request, string expected)
    {
        request.Header("content-type").ShouldBe("application/json; charset=utf-8");
        var wanted = JsonDocument.Parse(expected).RootElement;
        JsonElement.DeepEquals(request.Json, wanted).ShouldBeTrue($"Sent:     {JsonSerializer.Serialize(request.Json)}\nExpected: {JsonSerializer.Serialize(wanted)}");
    }

    private protected static string Quoted(string text) => JsonSerializer.Serialize(text);
}
