using System.Net;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>A website on this machine whose behaviour can be changed while it is being watched. See <see cref="Answers"/> for what it can do.</summary>
/// <example><code>
/// await using var site = await LocalWebsite.StartAsync();
/// site.Answer = Answers.Status(503);
/// </code></example>
public sealed class LocalWebsite : IAsyncDisposable
{
    private readonly TestWebServer _server;
    private volatile Func<Conversation, Task> _answer = Answers.Ok;

    private LocalWebsite(X509Certificate2? certificate, IPAddress? address, int port) =>
        _server = TestWebServer.Start(RespondAsync, certificate, address, port: port);

    /// <summary>Starts a website that answers 200.</summary>
    /// <param name="certificate">Speak https with this certificate, see <see cref="TestCertificates"/>; null = http.</param>
    /// <param name="address">Where to listen, such as 127.0.0.2; null = 127.0.0.1.</param>
    /// <param name="port">The port; 0 = a free one.</param>
    public static Task<LocalWebsite> StartAsync(X509Certificate2? certificate = null, IPAddress? address = null, int port = 0) =>
        Task.FromResult(new LocalWebsite(certificate, address, port));

    /// <summary>Where it is.</summary>
    public WebsiteUrl Url => WebsiteUrl.Parse(_server.Url);

    public int Port => _server.EndPoint.Port;

    /// <summary>What it does with requests from now on; <see cref="Answers.Ok"/> to begin with.</summary>
    public Func<Conversation, Task> Answer
    {
        get => _answer;
        set => _answer = value;
    }

    /// <summary>Every request so far: request line and headers.</summary>
    public IReadOnlyList<string> Requests => _server.Requests;

    /// <summary>How many connections were ever made.</summary>
    public int Connections => _server.Connections;

    /// <summary>Waits until every connection made so far is closed.</summary>
    public Task AllClosedAsync() => _server.AllClosedAsync();

    /// <summary>Goes away: from now on connections are refused.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RespondAsync(Conversation conversation)
    {
        if (await conversation.ReadRequestAsync() is not "")
            await _answer(conversation);
    }
}
