using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>One connection to a <see cref="TestWebServer"/>, seen from the server, down to the bytes.</summary>
public sealed class Conversation : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly Action<string> _log;
    private Stream _stream;

    internal Conversation(Socket socket, Action<string> log, CancellationToken closing)
    {
        _socket = socket;
        _log = log;
        Closing = closing;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Ends everything when the server is disposed.</summary>
    public CancellationToken Closing { get; }

    /// <summary>The last request read: its request line and headers.</summary>
    public string Request { get; private set; } = "";

    public string Method => Request.Split(' ')[0];

    public string Path => Request.Split(' ') is [_, var path, ..] ? path : "";

    /// <summary>Reads up to the empty line that ends a request, and logs it. Empty when the client left first.</summary>
    public async Task<string> ReadRequestAsync()
    {
        var bytes = new byte[16 * 1024];
        var text = "";
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await _stream.ReadAsync(bytes, Closing);
            if (count == 0)
                return "";
            text += Encoding.Latin1.GetString(bytes, 0, count);
        }

        Request = text;
        _log(text);
        return text;
    }

    /// <summary>Reads a request and the body that its Content-Length announces. Null when the client left first.</summary>
    public async Task<ReceivedRequest?> ReadWholeRequestAsync()
    {
        var head = await ReadRequestAsync();
        if (head.Length == 0)
            return null;
        var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var begun = Encoding.Latin1.GetBytes(head[end..]);
        var length = head[..end].Split("\r\n").Where(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line.AsSpan(16), System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        var body = new byte[length];
        begun.CopyTo(body, 0);
        await _stream.ReadExactlyAsync(body.AsMemory(begun.Length), Closing);
        return new ReceivedRequest(head[..end].TrimEnd(), body);
    }

    /// <summary>Reads whatever comes first, HTTP or not.</summary>
    public async Task ReadAnythingAsync() => _ = await _stream.ReadAsync(new byte[4096], Closing);

    public async Task<byte[]> ReadExactlyAsync(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, Closing);
        return bytes;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes, Closing);

    /// <summary>Breaks into an encrypted connection with plain text.</summary>
    public async Task SendUnencryptedAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), SocketFlags.None, Closing);

    /// <summary>Says nothing more until the client hangs up.</summary>
    public async Task HangAsync()
    {
        var bytes = new byte[4096];
        while (await _stream.ReadAsync(bytes, Closing) > 0)
        {
        }
    }

    /// <summary>Ends the sending side in the ordinary way.</summary>
    public void HangUp() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection with a TCP reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    internal async Task EncryptAsync(SslServerAuthenticationOptions options)
    {
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsServerAsync(options, Closing);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
