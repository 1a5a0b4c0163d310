namespace UptimeSquirrel.Web.Api;

/// <summary>Says how large the body of a route's request may be, where that is more than usual.</summary>
/// <param name="Bytes">How many bytes at most.</param>
internal sealed record LargestBody(long Bytes);
