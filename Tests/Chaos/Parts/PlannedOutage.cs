namespace UptimeSquirrel.Chaos.Parts;

/// <summary>That a website will go down.</summary>
/// <param name="Website">Which one, from 0.</param>
/// <param name="Begin">How long after the beginning of the run.</param>
/// <param name="Length">For how long.</param>
internal sealed record PlannedOutage(int Website, TimeSpan Begin, TimeSpan Length);
