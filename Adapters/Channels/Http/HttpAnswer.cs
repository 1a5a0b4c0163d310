using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace UptimeSquirrel.Adapters.Channels.Http;

/// <summary>What another side answered: no more of it than is needed.</summary>
/// <param name="Host">Who answered.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The beginning of the body.</param>
/// <param name="RetryAfter">How long it wants to be left alone; null when it did not say.</param>
internal sealed record HttpAnswer(string Host, int Status, string Body, TimeSpan? RetryAfter)
{
    public const int LongestBody = 4096;

    /// <summary>How long a body may take once the status is known, which says nearly everything.</summary>
    private static readonly TimeSpan _longestReading = TimeSpan.FromSeconds(3);

    public bool IsGood => Status is >= 200 and <= 299;

    /// <summary>A value in a JSON body, by the names that lead there; null when it is not there.</summary>
    public string? Field(params ReadOnlySpan<string> path)
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            var place = json.RootElement;
            foreach (var name in path)
                if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
                    return null;
            return place.ValueKind switch
            {
                JsonValueKind.String => place.GetString(),
                JsonValueKind.Null => null,
                _ => place.GetRawText(),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken) => new(
        response.RequestMessage!.RequestUri!.Authority,
        (int)response.StatusCode,
        await ReadBodyAsync(response, clock, cancellationToken),
        Wait(response.Headers.RetryAfter, clock));

    // A body that breaks off or does not end takes nothing away from the status before it.
    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(_longestReading, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        var bytes = new byte[LongestBody];
        var count = 0;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            for (var read = -1; count < bytes.Length && read != 0; count += read)
                read = await body.ReadAsync(bytes.AsMemory(count), either.Token);
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Encoding.UTF8.GetString(bytes, 0, count);
        }

        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider clock) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
}
