using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>A silo as a place to look from.</summary>
/// <param name="Silo">Its name.</param>
/// <param name="Region">Where it stands, in its operator's words.</param>
/// <param name="Address">How it is reached; another one after each restart.</param>
public sealed record Vantage(string Silo, string Region, SiloAddress Address)
{
    /// <summary>A look made from here.</summary>
    public Sighting Saw(CheckResult result, Verdict verdict) =>
        new()
        {
            Silo = Silo,
            Region = Region,
            At = result.At,
            Took = result.Took,
            StatusCode = result.StatusCode,
            Problem = verdict.Problem,
            ConnectedTo = result.ConnectedTo,
        };
}
