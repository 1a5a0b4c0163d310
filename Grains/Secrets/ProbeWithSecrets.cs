using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Grains.Secrets;

/// <summary>Looks at websites with what their owners entrusted to us, which is readable for the length of the look and no longer.</summary>
internal sealed class ProbeWithSecrets(IWebsiteProbe probe, ISecretKeeper keeper, [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock)
{
    /// <inheritdoc cref="IWebsiteProbe.LookAsync"/>
    public Task<CheckResult> LookAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        if (request.Settings is null || !SecretRules.HasAny(request.Settings))
            return probe.LookAsync(request, cancellationToken);
        return SecretRules.Open(request.Settings, keeper) is { } opened
            ? probe.LookAsync(request with { Settings = opened }, cancellationToken)
            : Task.FromResult(NotLooked(request));
    }

    private CheckResult NotLooked(CheckRequest request) => new()
    {
        At = clock.GetUtcNow(),
        Took = TimeSpan.Zero,
        Failure = FailureKind.SecretUnreadable,
        Detail = "encrypted with a key that this silo does not have",
        Method = request.Method,
        Host = request.Url.ToUri().IdnHost,
    };
}
