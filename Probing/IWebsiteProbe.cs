using UptimeSquirrel.Checks;

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
