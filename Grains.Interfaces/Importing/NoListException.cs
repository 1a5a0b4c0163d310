namespace UptimeSquirrel.Importing;

/// <summary>What was given is no list that can be taken in; the message is one sentence for whoever gave it.</summary>
internal sealed class NoListException(string message) : Exception(message);
