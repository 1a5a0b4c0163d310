namespace UptimeSquirrel.Client.Connecting;

/// <summary>The cluster did not answer, or could not do what was asked; the message says which, and what to do.</summary>
internal sealed class ClusterUnreachableException(string message, Exception? cause = null) : Exception(message, cause);
