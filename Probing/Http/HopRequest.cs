namespace UptimeSquirrel.Probing;

/// <summary>One request of a look. It carries the look to where the connection is made, which knows nothing but the request.</summary>
internal sealed class HopRequest(HttpMethod method, Uri uri, Look look) : HttpRequestMessage(method, uri)
{
    public Look Look { get; } = look;
}
