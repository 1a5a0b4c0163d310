namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>The bare HTTP client that everything is held against: as little as can be, and a new connection for each request, as a check has.</summary>
internal static class BareClient
{
    public static HttpMessageInvoker Create() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.Zero,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    });
}
