namespace UptimeSquirrel.Chaos.Parts;

internal sealed class CommandFailedException(string[] command, string complaint) : Exception($"'{string.Join(' ', command)}' failed: {complaint}");
