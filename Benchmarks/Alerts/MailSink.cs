using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace UptimeSquirrel.Benchmarks.Alerts;

/// <summary>A mail server that accepts everything at once and keeps no mail: only how many alerts it told to whom.</summary>
internal sealed partial class MailSink(TimeProvider clock) : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, int> _told = [];
    private readonly Lock _gate = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many mails came.</summary>
    public int Mails { get; private set; }

    /// <summary>How many alerts they told, all together.</summary>
    public int Alerts { get; private set; }

    /// <summary>When the last mail came, as a timestamp of the clock.</summary>
    public long LastAt { get; private set; }

    public void Start()
    {
        _listener.Start();
        _ = ServeAllAsync();
    }

    /// <summary>How many alerts each recipient was told.</summary>
    public int ToldTo(string recipient)
    {
        lock (_gate)
            return _told.GetValueOrDefault(recipient);
    }

    /// <summary>Counts from nothing again.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            (Mails, Alerts) = (0, 0);
            _told.Clear();
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAllAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            try
            {
                await TalkAsync(reader, answer => stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n")).AsTask());
            }
            catch (IOException)
            {
                // A silo that ends drops its connections.
            }
        }
    }

    private async Task TalkAsync(StreamReader reader, Func<string, Task> answer)
    {
        await answer("220 sink");
        var recipient = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (command == "RCPT")
                recipient = line.Split('<', '>')[1];
            if (command == "DATA")
            {
                await answer("354 go on");
                Note(recipient, await ReadSubjectAsync(reader));
            }

            await answer(command == "QUIT" ? "221 bye" : "250 ok");
            if (command == "QUIT")
                return;
        }
    }

    private static async Task<string> ReadSubjectAsync(StreamReader reader)
    {
        var subject = "";
        while (await reader.ReadLineAsync() is { } line && line != ".")
            if (subject.Length == 0 && line.StartsWith("Subject: ", StringComparison.OrdinalIgnoreCase))
                subject = line["Subject: ".Length..];
        return subject;
    }

    private void Note(string recipient, string subject)
    {
        var alerts = Several().Match(subject) is { Success: true } several ? int.Parse(several.Groups["count"].Value, CultureInfo.InvariantCulture) : 1;
        lock (_gate)
        {
            Mails++;
            Alerts += alerts;
            _told[recipient] = _told.GetValueOrDefault(recipient) + alerts;
            LastAt = clock.GetTimestamp();
        }
    }

    [GeneratedRegex("^(?<count>[0-9]+) websites down")]
    private static partial Regex Several();
}
