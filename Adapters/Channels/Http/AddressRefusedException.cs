namespace UptimeSquirrel.Adapters.Channels.Http;

/// <summary>Nothing is sent to this address; the message says why, and what to do.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
