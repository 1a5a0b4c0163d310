using System.Net;
using System.Reflection;
using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Probing;

/// <summary>Sends a request over the connection that was made for it, and reads the head of the answer.</summary>
internal sealed class HopSender : IDisposable
{
    internal const int MaximumHeaderKilobytes = 64;

    private static readonly HttpMethod[] _methods = Array.ConvertAll(Enum.GetValues<CheckMethod>(), method => HttpMethod.Parse(CheckMethods.NameOf(method)));

    private readonly string _userAgent;
    private readonly HttpMessageInvoker _http;

    public HopSender(ProbeOptions options)
    {
        _userAgent = UserAgent(options.UserAgentUrl);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = static (context, _) => ((Request)context.InitialRequestMessage).TakeConnection(),
            ConnectTimeout = Timeout.InfiniteTimeSpan,       // the connection is there already
            PooledConnectionLifetime = TimeSpan.Zero,        // nothing is kept, so every connection belongs to one request, HTTP/2 too
            MaxResponseHeadersLength = MaximumHeaderKilobytes,
            MaxResponseDrainSize = 0,                        // of a body nothing is read that is not needed
            InitialHttp2StreamWindowSize = 65_535,           // and not more of it sent to us than that
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,                // our trace ids are nobody else's business
        });
    }

    public static string UserAgent(string url) => $"UptimeSquirrel/{Version()} (+{url})";

    /// <param name="route">Where the look is now.</param>
    /// <param name="method">How to ask.</param>
    /// <param name="connection">What was made for this.</param>
    /// <param name="settings">What else is to be sent; null = nothing.</param>
    /// <param name="token">Ends it.</param>
    public async Task<HttpResponseMessage> SendAsync(Route route, CheckMethod method, Connection connection, LookSettings? settings, CancellationToken token)
    {
        using var request = new Request(_methods[(int)method], route.Current, connection.Stream)
        {
            Version = connection.IsHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.ConnectionClose = true;
        if (settings is not null)
            RequestWriter.Write(request, settings, method, route.IsAtHome);
        return await _http.SendAsync(request, token);
    }

    public void Dispose() => _http.Dispose();

    private static string Version()
    {
        var version = typeof(HopSender).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return version.Split('+')[0];
    }

    /// <summary>Carries its connection to where the handler asks for one.</summary>
    private sealed class Request(HttpMethod method, Uri uri, Stream connection) : HttpRequestMessage(method, uri)
    {
        private Stream? _connection = connection;

        public ValueTask<Stream> TakeConnection() => Interlocked.Exchange(ref _connection, null) is { } connection
            ? new ValueTask<Stream>(connection)
            : throw new IOException("connection closed before the answer was complete");    // the handler would try again on another one
    }
}
