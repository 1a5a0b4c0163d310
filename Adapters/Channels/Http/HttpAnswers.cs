using System.Net.Sockets;
using System.Security.Authentication;
using Polly.RateLimiting;
using Polly.Timeout;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels.Http;

/// <summary>What an answer means, or its absence, where a channel does not know better.</summary>
internal static class HttpAnswers
{
    private const int WordsLimit = 300;

    /// <summary>Judges by the status.</summary>
    public static DeliveryAnswer Judge(HttpAnswer answer) => answer.Status switch
    {
        >= 200 and <= 299 => new DeliveryAnswer.Delivered(Told(answer)),
        >= 300 and <= 399 => new DeliveryAnswer.GiveUp($"{Told(answer)} It points elsewhere, which is not followed: set the final address.", IsChannelBroken: true),
        429 or 503 => new DeliveryAnswer.TryAgain(Told(answer), answer.RetryAfter),
        408 or 425 or >= 500 => new DeliveryAnswer.TryAgain(Told(answer)),
        401 or 403 or 404 or 410 => new DeliveryAnswer.GiveUp(Told(answer), IsChannelBroken: true),
        _ => new DeliveryAnswer.GiveUp(Told(answer)),
    };

    /// <summary>The answer in a sentence.</summary>
    public static string Told(HttpAnswer answer, string? words = null)
    {
        var line = PlainLine.From(words ?? answer.Body, WordsLimit);
        return line.Length == 0 ? $"{answer.Host} answered {answer.Status}." : $"{answer.Host} answered {answer.Status}: {line}";
    }

    /// <summary>What it means that there was no answer; null when this is nothing the other side or the network does.</summary>
    public static DeliveryAnswer? Explain(Exception exception, string host, TimeSpan patience)
    {
        var chain = Chain(exception).ToList();
        if (chain.OfType<AddressRefusedException>().FirstOrDefault() is { } refused)
            return new DeliveryAnswer.GiveUp(refused.Message, IsChannelBroken: true);
        if (exception is TimeoutRejectedException)
            return new DeliveryAnswer.TryAgain($"{host} gave no answer within {DurationWords.InFull(patience)}.");
        if (exception is RateLimiterRejectedException)
            return new DeliveryAnswer.TryAgain("Too many messages are under way from this silo; this one waits for its turn.");
        if (chain.OfType<AuthenticationException>().FirstOrDefault() is { } handshake)
            return new DeliveryAnswer.TryAgain($"The TLS handshake with {host} failed: {PlainLine.From(handshake.Message, WordsLimit)}");
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
            return new DeliveryAnswer.TryAgain(socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData
                ? $"The name {host} was not found."
                : $"The connection to {host} failed ({socket.SocketErrorCode}).");
        return exception is HttpRequestException or IOException
            ? new DeliveryAnswer.TryAgain($"{host} broke the connection before it answered: {PlainLine.From(chain[^1].Message, WordsLimit)}")
            : null;
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
