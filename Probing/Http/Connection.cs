namespace UptimeSquirrel.Probing;

/// <summary>A connection that one request is sent over.</summary>
/// <param name="Stream">What to write to and read from; encrypted already where the address asks for it.</param>
/// <param name="IsHttp2">Whether the server chose HTTP/2.</param>
internal readonly record struct Connection(Stream Stream, bool IsHttp2);
