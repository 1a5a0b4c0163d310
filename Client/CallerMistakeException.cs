namespace UptimeSquirrel.Client;

/// <summary>The caller asked for something that cannot be; the message is one sentence for them.</summary>
internal sealed class CallerMistakeException(string message) : Exception(message);
