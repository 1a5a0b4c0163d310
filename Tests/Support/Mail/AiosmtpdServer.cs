using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>A mail server that others wrote (python3-aiosmtpd), run as a process of its own.</summary>
internal sealed class AiosmtpdServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Pythons = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"];

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private AiosmtpdServer(Process process, DirectoryInfo folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>Every mail taken over so far.</summary>
    public IReadOnlyList<MimeMessage> Messages =>
        [.. Directory.GetFiles(Path.Combine(folder.FullName, "mailbox", "new")).Select(path => MimeMessage.Load(path))];

    /// <summary>Starts it; null where it is not installed.</summary>
    public static async Task<AiosmtpdServer?> TryStartAsync()
    {
        var python = await FindPythonAsync();
        if (python is null)
            return null;
        var folder = Directory.CreateTempSubdirectory("uptime-aiosmtpd");
        var port = FreePort();
        var process = Start(
            python, "-m", "aiosmtpd", "-n", "-d", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(folder.FullName, "mailbox"));
        var server = new AiosmtpdServer(process, folder, port);
        await server.WaitUntilItListensAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<string?> FindPythonAsync()
    {
        foreach (var python in Pythons.Where(File.Exists))
        {
            using var asked = Start(python, "-c", "import aiosmtpd");
            await asked.WaitForExitAsync().WaitAsync(Patience);
            if (asked.ExitCode == 0)
                return python;
        }

        return null;
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // It says so in its debug log; what it says later has to be read away, or its pipe fills up.
    private async Task WaitUntilItListensAsync()
    {
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            said.Add(line);
            if (line.Contains("Server is listening", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("aiosmtpd did not start: " + string.Join('\n', said));
    }
}
