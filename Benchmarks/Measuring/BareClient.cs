namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>The bare HTTP client that everything is held against: as little as can be, and a new connection for each request, as a check has.</summary>
internal static class BareClient
{
    /// <param name="more">What else it needs; null = nothing.</param>
    public static HttpMessageInvoker Create(Action<SocketsHttpHandler>? more = null)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.Zero,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        more?.Invoke(handler);
        return new HttpMessageInvoker(handler);
    }
}
