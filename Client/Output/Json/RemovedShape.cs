namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What <c>squirrel remove</c> did.</summary>
internal sealed record RemovedShape(string Id, bool Removed);
