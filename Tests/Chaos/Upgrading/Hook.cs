using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>Somebody who is told by webhook, and knows the token it is told with.</summary>
internal sealed class Hook : IAsyncDisposable
{
    public const string Token = "open-sesame";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<bool> _calls = new();
    private readonly Task _taking;

    public Hook(IPAddress address)
    {
        Url = $"http://{address}:{FreePort(address)}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _taking = TakeAsync();
    }

    public string Url { get; }

    public int Calls => _calls.Count;

    /// <summary>Calls without the token.</summary>
    public int Strangers => _calls.Count(isKnown => !isKnown);

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _taking;
    }

    private async Task TakeAsync()
    {
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _calls.Enqueue(call.Request.Headers["Authorization"] == $"Bearer {Token}");
            call.Response.Close();
        }
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
