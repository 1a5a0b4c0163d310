using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>What came of asking others about a look that would change a website's standing.</summary>
/// <param name="Outcome">Whether they see what we see.</param>
/// <param name="Sightings">Our own, then those of the others that answered.</param>
internal sealed record SecondLook(SecondLookOutcome Outcome, IReadOnlyList<Sighting> Sightings);

/// <summary>Whether others see what we see.</summary>
internal enum SecondLookOutcome
{
    /// <summary>Most do, or there is nobody else: our look counts.</summary>
    Agreed,

    /// <summary>Most see the contrary.</summary>
    Disagreed,

    /// <summary>As many see the one as the other, or nobody answered: perhaps it is we who are cut off.</summary>
    Undecided,
}
