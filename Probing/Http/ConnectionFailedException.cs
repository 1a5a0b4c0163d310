namespace UptimeSquirrel.Probing;

/// <summary>Ends a connection attempt whose failure the look has noted already.</summary>
internal sealed class ConnectionFailedException(string message) : IOException(message);
