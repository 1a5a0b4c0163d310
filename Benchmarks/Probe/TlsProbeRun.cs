using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>What the probe costs where it has to shake hands: beside the bare HTTP client, and beside itself when it remembers nothing.</summary>
internal static class TlsProbeRun
{
    private const int Websites = 1000;
    private const int Addresses = 16;
    private static readonly TimeSpan _highestCost = TimeSpan.FromSeconds(1.2);

    public static async Task<int> RunAsync(string keys, int perSecond, TimeSpan length, int rounds, CancellationToken cancellationToken)
    {
        TlsSessions.MakeRoomFor(Websites);
        using var target = await ProbeTargetProcess.StartAsync(Addresses, hangs: false, keys);
        using var root = target.Root!;
        var urls = Enumerable.Range(0, Websites).Select(number => WebsiteUrl.Parse(target.Url(number))).ToArray();
        var uris = urls.Select(url => url.ToUri()).ToArray();
        using var bare = Bare(target, root);
        using var forgetful = Probe(target, root, remembers: 0);
        using var probe = Probe(target, root, remembers: Websites);

        // A website is first verified, then its session is kept, then it is resumed.
        var warmUp = TimeSpan.FromSeconds(3.0 * Websites / perSecond);
        var costs = await Turns.TakeAsync(
            [
                ("bare SocketsHttpHandler", number => Turns.AskAsync(bare, uris[number % uris.Length])),
                ("probe, full handshakes", number => Turns.LookAsync(forgetful, urls[number % urls.Length])),
                ("probe, handshakes resumed", number => Turns.LookAsync(probe, urls[number % urls.Length])),
            ],
            perSecond, warmUp, length, rounds, cancellationToken);
        return Report(costs[0], costs[1], costs[2]);
    }

    private static int Report(List<Turns.Cost> bare, List<Turns.Cost> full, List<Turns.Cost> resumed)
    {
        var (least, all, cost) = (Turns.MedianProcessor(bare), Turns.MedianProcessor(full), Turns.MedianProcessor(resumed));
        Turns.Write($"median CPU per 1,000 checks: bare {least:0} ms, probe with full handshakes {all:0} ms, ratio {all / least:0.00}, probe that resumes {cost:0} ms, ratio {cost / least:0.00}");
        Turns.Write($"median allocation per check: bare {Turns.MedianBytes(bare):0} bytes, probe with full handshakes {Turns.MedianBytes(full):0} bytes, probe that resumes {Turns.MedianBytes(resumed):0} bytes");
        if (cost <= _highestCost.TotalMilliseconds)
            return 0;
        Turns.Write($"PROMISE BROKEN: 1,000 checks with https cost at most {_highestCost.TotalSeconds} s");
        return 1;
    }

    private static HttpProbe Probe(ProbeTargetProcess target, X509Certificate2 root, int remembers) => new(
        new ProbeOptions { AllowEveryAddress = true, MaximumPerAddress = 1000, ResumableWebsites = remembers },
        TimeProvider.System,
        new Surroundings { TrustedRoots = [root], LookUpAsync = (host, _, _) => Task.FromResult(NameAnswer.Found([AddressOf(target, host)])) });

    private static HttpMessageInvoker Bare(ProbeTargetProcess target, X509Certificate2 root) => BareClient.Create(handler =>
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.CustomTrustStore.Add(root);
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy, AllowTlsResume = false };
        handler.ConnectCallback = async (context, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(AddressOf(target, context.DnsEndPoint.Host), target.Port, token);
            return new NetworkStream(socket, ownsSocket: true);
        };
    });

    private static IPAddress AddressOf(ProbeTargetProcess target, string host) => target.AddressOf(int.Parse(host.AsSpan(1, host.IndexOf('.', StringComparison.Ordinal) - 1), CultureInfo.InvariantCulture));
}
