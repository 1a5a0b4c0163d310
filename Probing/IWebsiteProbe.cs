using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>Looks at websites.</summary>
public interface IWebsiteProbe
{
    /// <summary>Looks once.</summary>
    /// <param name="request">What to look at, and how.</param>
    /// <param name="cancellationToken">Gives up early; the result then means nothing.</param>
    /// <returns>What was seen. A website that cannot be reached is a result too: this never throws because of what is out there.</returns>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> asked for it.</exception>
    Task<CheckResult> LookAsync(CheckRequest request, CancellationToken cancellationToken);
}

/// <summary>One look to be made.</summary>
/// <param name="Url">What to look at.</param>
/// <param name="Timeout">The longest it may take in all; null = as configured.</param>
/// <param name="Method">How to ask first; a server that refuses HEAD is asked once more with GET.</param>
public readonly record struct CheckRequest(WebsiteUrl Url, TimeSpan? Timeout, CheckMethod Method);
