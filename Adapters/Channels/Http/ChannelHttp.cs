using System.Net;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels.Http;

/// <summary>The one way in which channels send requests: by our rules for addresses, within a time limit, once. Trying again is the outbox's part.</summary>
internal sealed class ChannelHttp(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>The longest one request may take, up to the header of its answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const string ClientName = "channels";
    private const int MostAtOnce = 128;
    private const int MostWaiting = 100_000;

    private static readonly string _userAgent =
        $"UptimeSquirrel/{(typeof(ChannelHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0]}";

    public static IServiceCollection Add(IServiceCollection services, IReadOnlyList<IPNetwork> allowedPrivateNetworks, X509Certificate2Collection? trustedRoots)
    {
        var client = services.AddHttpClient(ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => MakeHandler(allowedPrivateNetworks, trustedRoots))
            .RemoveAllLoggers();       // they would write down addresses, and in some of those is a secret
        client.AddResilienceHandler("once", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddConcurrencyLimiter(MostAtOnce, MostWaiting).AddTimeout(Patience);
        });
        return services.AddSingleton<ChannelHttp>();
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="judge">What the answer means where its status does not say it all; null = judge by the status.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    public async Task<DeliveryAnswer> SendAsync(HttpRequestMessage request, Func<HttpAnswer, DeliveryAnswer?> judge, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.ParseAdd(_userAgent);
        using var client = clients.CreateClient(ClientName);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answer = await HttpAnswer.ReadAsync(response, clock, cancellationToken);
            return judge(answer) ?? HttpAnswers.Judge(answer);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && HttpAnswers.Explain(e, request.RequestUri!.Authority, Patience) is { } explained)
        {
            return explained;
        }
    }

    private static SocketsHttpHandler MakeHandler(IReadOnlyList<IPNetwork> allowedPrivateNetworks, X509Certificate2Collection? trustedRoots) => new()
    {
        ConnectCallback = new ChannelConnector(allowedPrivateNetworks).ConnectAsync,
        AllowAutoRedirect = false,                                // it could lead to an address that was not looked at
        UseCookies = false,
        UseProxy = false,                                         // it would connect in our place, by rules of its own
        AutomaticDecompression = DecompressionMethods.None,       // four kilobytes should stay four kilobytes
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 16 * 1024,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),       // then names are looked up anew
        ActivityHeadersPropagator = null,                         // our trace ids are nobody else's business
        SslOptions = { CertificateChainPolicy = MakePolicy(trustedRoots) },
    };

    private static X509ChainPolicy MakePolicy(X509Certificate2Collection? trustedRoots)
    {
        // Otherwise a certificate could make us fetch any address it names, our own network's included.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (trustedRoots is null)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(trustedRoots);
        return policy;
    }
}
