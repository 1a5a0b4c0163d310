using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Adapters.Rdap;

/// <summary>Asks registries over RDAP (RFC 9082), by way of a server that sends us on to the right one.</summary>
internal sealed class RdapRegistry : IDomainRegistry, IDisposable
{
    private const int LongestAnswer = 256 * 1024;
    private readonly HttpClient _http;
    private readonly Uri _address;

    /// <param name="address">Where questions go first.</param>
    /// <param name="userAgentUrl">The page that says who asks.</param>
    /// <param name="timeout">The longest one question may take, redirects included; null = 10 s.</param>
    public RdapRegistry(Uri address, string userAgentUrl, TimeSpan? timeout = null)
    {
        _address = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
        _http = new HttpClient(new SocketsHttpHandler
        {
            MaxAutomaticRedirections = 5,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 32,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = timeout ?? TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = LongestAnswer,
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/rdap+json"));
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", WebsiteProbe.UserAgent(userAgentUrl));
    }

    public async Task<RegistryAnswer> AskAsync(string domain, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(_address, $"domain/{domain}"), cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => RdapAnswer.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken), domain),

                // Some registries call a name that they do not sell, such as co.uk, a bad question.
                HttpStatusCode.NotFound or HttpStatusCode.BadRequest => new RegistryAnswer(RegistryOutcome.NotFound),
                HttpStatusCode.TooManyRequests => new RegistryAnswer(RegistryOutcome.TooOften, AskAgainIn: RetryAfter(response)),
                _ => new RegistryAnswer(RegistryOutcome.Failed, AskAgainIn: RetryAfter(response)),
            };
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever servers out there do: no answer is no news.
            return default;
        }
    }

    public void Dispose() => _http.Dispose();

    // The operator chose the first server; where it sends us must be on the internet, or it could look around in our own network.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!context.DnsEndPoint.Host.Equals(_address.IdnHost, StringComparison.OrdinalIgnoreCase))
            addresses = [.. addresses.Where(address => !AddressRules.IsPrivate(address))];
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now => date - now,
        _ => null,
    };
}
