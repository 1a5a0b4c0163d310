using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>A server that takes whole requests, keeps them and answers as told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly TestWebServer _server;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private volatile Func<Conversation, Task> _answer = Json("{}");

    private Receiver(X509Certificate2? certificate) => _server = TestWebServer.Start(RespondAsync, certificate);

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Url => _server.Url.TrimEnd('/');

    public int Port => _server.EndPoint.Port;

    /// <summary>How many connections were ever made.</summary>
    public int Connections => _server.Connections;

    /// <summary>What came so far.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>What it answers from now on; 200 and an empty JSON object to begin with.</summary>
    public Func<Conversation, Task> Answer
    {
        get => _answer;
        set => _answer = value;
    }

    public static Receiver Start(X509Certificate2? certificate = null) => new(certificate);

    /// <summary>An answer with a JSON body and, if wanted, more headers.</summary>
    public static Func<Conversation, Task> Json(string body, int status = 200, params string[] headers) => Answers.RawAndHangUp(
        $"HTTP/1.1 {status} Whatever\r\nContent-Type: application/json\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n" +
        $"{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}");

    public Task ReceivedAsync(int count) => Eventually.HoldsAsync(() => _requests.Count >= count);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RespondAsync(Conversation conversation)
    {
        if (await conversation.ReadWholeRequestAsync() is not { } request)
            return;
        _requests.Enqueue(request);
        await _answer(conversation);
    }
}
