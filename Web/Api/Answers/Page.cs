namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">What to send as <c>after</c> to read on; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
