namespace UptimeSquirrel.Grains.Doubt;

/// <summary>How many looks at websites that were up have failed lately.</summary>
/// <param name="Failures">How many different websites failed.</param>
/// <param name="Looks">How many looks there were since the first of those failures.</param>
internal readonly record struct Tally(int Failures, long Looks);
