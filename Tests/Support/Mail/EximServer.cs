using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>
/// The mail server that comes with Debian (exim4-daemon-light), with a queue, a mailbox and settings of its own in a private folder. It takes mail only over TLS and
/// after a log-in, as the mail servers do through which people send theirs.
/// </summary>
internal sealed class EximServer : IAsyncDisposable
{
    public const string User = "squirrel";
    public const string Password = "n-u-t-s-42";

    /// <summary>Why a test that needs it cannot run here.</summary>
    public const string Missing = "Needs exim4 and root (Debian: apt-get install exim4-daemon-light).";

    private const string Program = "/usr/sbin/exim4";
    private const string Account = "Debian-exim";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private EximServer(Process process, DirectoryInfo folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>Every mail that lies in the mailbox.</summary>
    public IReadOnlyList<MimeMessage> Mailbox =>
        Directory.Exists(Path.Combine(_folder.FullName, "mail", "new")) ? [.. Directory.GetFiles(Path.Combine(_folder.FullName, "mail", "new")).Select(path => MimeMessage.Load(path))] : [];

    /// <summary>Starts it with this certificate; null where it is not installed, or where this user may not.</summary>
    public static async Task<EximServer?> TryStartAsync(X509Certificate2 certificate)
    {
        if (!File.Exists(Program) || Environment.UserName != "root")
            return null;
        var folder = Directory.CreateTempSubdirectory("uptime-exim");
        var port = SiloProcess.FreePorts(1)[0];
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "cert.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key.pem"), certificate.GetECDsaPrivateKey()?.ExportPkcs8PrivateKeyPem() ?? certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var settings = Path.Combine(folder.FullName, "exim.conf");
        await File.WriteAllTextAsync(settings, Settings(folder.FullName, port));
        await RunAsync("chown", "-R", Account, folder.FullName);
        await RunAsync("chown", "root", settings);
        var server = new EximServer(Process.Start(new ProcessStartInfo(Program, ["-C", settings, "-bdf"]) { RedirectStandardError = true })!, folder, port);
        await server.WaitUntilItListensAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilItListensAsync() => await Eventually.TrueAsync(
        async () =>
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(MailServer.Host, Port);
                return true;
            }
            catch (SocketException)
            {
                return _process.HasExited ? throw new InvalidOperationException($"exim did not start: {await _process.StandardError.ReadToEndAsync()}") : false;
            }
        },
        _patience,
        () => "exim does not listen.");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync().WaitAsync(_patience);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }

    // Its own language is full of braces, so the places to fill in are plain words.
    private static string Settings(string folder, int port) => """
        primary_hostname = mail.shop.example
        spool_directory = FOLDER/spool
        log_file_path = FOLDER/%slog
        pid_file_path = FOLDER/pid
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = PORT
        host_lookup =
        rfc1413_query_timeout = 0s
        deliver_drop_privilege = true
        tls_advertise_hosts = *
        tls_certificate = FOLDER/cert.pem
        tls_privatekey = FOLDER/key.pem
        acl_smtp_mail = sender
        acl_smtp_rcpt = recipient

        begin acl
        sender:
          deny message = 530 5.7.0 Must issue a STARTTLS command first
               condition = ${if eq{$tls_in_cipher}{}}
          deny message = 530 5.7.0 Authentication required
               !authenticated = *
          accept
        recipient:
          accept

        begin routers
        mailbox:
          driver = accept
          transport = mailbox

        begin transports
        mailbox:
          driver = appendfile
          directory = FOLDER/mail
          maildir_format
          create_directory
          user = ACCOUNT

        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_advertise_condition = ${if def:tls_in_cipher}
          server_condition = ${if and{{eq{$auth2}{USER}}{eq{$auth3}{PASSWORD}}}}
          server_set_id = $auth2

        """.Replace("FOLDER", folder).Replace("PORT", $"{port}").Replace("ACCOUNT", Account).Replace("USER", User).Replace("PASSWORD", Password);
}
