using System.Net;
using System.Reflection;
using System.Text;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Looks at websites over HTTP/1.1, each time over a new connection, as a new visitor would.</summary>
internal sealed class HttpProbe : IWebsiteProbe, IDisposable
{
    internal const int MaximumHeaderKilobytes = 64;

    internal static readonly string UserAgent = $"UptimeSquirrel/{Version()} (+https://github.com/uptimesquirrel)";

    private readonly ProbeOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly SemaphoreSlim _turns;

    public HttpProbe(ProbeOptions options, TimeProvider time, Surroundings? surroundings = null)
    {
        _options = options;
        _time = time;
        _turns = new SemaphoreSlim(options.MaximumAtOnce);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = new Connector(options, time, surroundings ?? new Surroundings()).ConnectAsync,
            ConnectTimeout = Timeout.InfiniteTimeSpan,       // the look has a budget of its own
            PooledConnectionLifetime = TimeSpan.Zero,        // nothing is kept, so every connection belongs to one look
            MaxResponseHeadersLength = MaximumHeaderKilobytes,
            MaxResponseDrainSize = 0,                        // a body is never read
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,                // our trace ids are nobody else's business
        });
    }

    public async Task<CheckResult> LookAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        // Waiting for a turn is our own slowness: it must not be blamed on the website.
        await _turns.WaitAsync(cancellationToken);
        try
        {
            using var look = new Look(_time, request.Timeout ?? _options.Timeout, _options.ConnectTimeout, cancellationToken);
            var result = await TravelAsync(look, new Route(request.Url.ToUri()), request.Method);
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _turns.Dispose();
    }

    private async Task<CheckResult> TravelAsync(Look look, Route route, CheckMethod method)
    {
        var refusedHead = false;
        while (true)
        {
            var answer = await AskAsync(look, route.Current, method);
            if (answer is not null && answer.RefusesHead && method == CheckMethod.Head)
            {
                // That is an answer about HEAD, not about the website.
                method = CheckMethod.Get;
                refusedHead = true;
                continue;
            }

            if (answer is not null && answer.IsRedirect)
            {
                var (kind, detail) = route.Follow(answer.Location);
                if (kind == FailureKind.None)
                    continue;
                look.Fail(kind, detail);
                answer = null;
            }

            return Result(look, route, answer, method, refusedHead);
        }
    }

    private static CheckResult Result(Look look, Route route, Answer? answer, CheckMethod method, bool refusedHead) => new()
    {
        At = look.At,
        Took = look.Took,
        StatusCode = answer?.Status,
        StatusText = answer?.Text,
        Failure = answer is null ? look.Failure : FailureKind.None,
        Detail = answer is null ? look.Detail : null,
        Method = method,
        RefusedHead = refusedHead,
        FinalUrl = route.FinalUrl,
        ConnectedTo = look.ConnectedTo,
        Host = answer is null ? route.Current.IdnHost : null,
    };

    private async Task<Answer?> AskAsync(Look look, Uri uri, CheckMethod method)
    {
        using var request = new HopRequest(method == CheckMethod.Head ? HttpMethod.Head : HttpMethod.Get, uri, look);
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.ConnectionClose = true;
        look.BeginHop();
        try
        {
            using var response = await _http.SendAsync(request, look.Token);
            return Answer.Of(response);
        }
        catch (Exception e)
        {
            // Whatever a stranger's server makes the network stack throw is news about that server, not trouble of ours.
            var (kind, detail) = look.Token.IsCancellationRequested
                ? FailureNames.OfTimeout(look.Phase, look.ConnectedTo)
                : FailureNames.OfAnswer(e);
            look.Fail(kind, detail);
            return null;
        }
        finally
        {
            look.CloseConnection();
        }
    }

    private static string Version()
    {
        var version = typeof(HttpProbe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return version.Split('+')[0];
    }
}
