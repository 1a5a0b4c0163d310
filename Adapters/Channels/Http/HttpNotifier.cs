using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Http;

/// <summary>A kind of channel whose messages are one HTTP request each: it says what to send and, where the status does not say it all, what the answer means.</summary>
internal abstract class HttpNotifier(ChannelHttp http) : INotifier
{
    private static readonly JsonSerializerOptions _json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public abstract ChannelKind Kind { get; }

    /// <summary>Looks at the address; what else there is to see to, the kind adds.</summary>
    public virtual IReadOnlyList<string> Problems(ChannelSettings settings) => [.. ChannelUrl.Problems(settings, "url")];

    public async Task<DeliveryAnswer> DeliverAsync(Letter letter, ChannelSettings settings, CancellationToken cancellationToken)
    {
        using var request = Write(letter, settings);
        return await http.SendAsync(request, Judge, cancellationToken);
    }

    protected abstract HttpRequestMessage Write(Letter letter, ChannelSettings settings);

    /// <summary>What an answer means; null = what its status means everywhere.</summary>
    protected virtual DeliveryAnswer? Judge(HttpAnswer answer) => null;

    protected static string Json(object body) => JsonSerializer.Serialize(body, _json);

    protected static HttpRequestMessage PostJson(Uri url, object body) => Post(url, Json(body), "application/json");

    protected static HttpRequestMessage Post(Uri url, string body, string mediaType) =>
        new(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType, "utf-8") } } };

    /// <summary>A form; fields without a value are left out.</summary>
    protected static HttpRequestMessage PostForm(Uri url, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var given = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in fields)
            if (value is { Length: > 0 })
                given.Add(new(name, value));
        return new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(given) };
    }

    protected static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
