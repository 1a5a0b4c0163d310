using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>The silos of the cluster as places to look from.</summary>
public interface IVantages
{
    /// <summary>This silo.</summary>
    Vantage Here { get; }

    /// <summary>The other silos that are active members now, best first: other regions before our own, and not always the same ones first.</summary>
    IReadOnlyList<Vantage> Others { get; }

    /// <summary>Asks another silo to look at a website.</summary>
    /// <param name="vantage">Which one.</param>
    /// <param name="request">What to look at, and how.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    /// <returns>What it saw; null when it did not answer in time, or doubts itself and would rather not say.</returns>
    Task<Sighting?> LookAsync(Vantage vantage, CheckRequest request, CancellationToken cancellationToken);
}
