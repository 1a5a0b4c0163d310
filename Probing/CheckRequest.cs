using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>One look to be made.</summary>
/// <param name="Url">What to look at.</param>
/// <param name="Timeout">The longest it may take in all; null = as configured.</param>
/// <param name="Method">How to ask first; a server that refuses HEAD is asked once more with GET.</param>
public readonly record struct CheckRequest(WebsiteUrl Url, TimeSpan? Timeout, CheckMethod Method);
