using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Looks at addresses of one kind.</summary>
internal interface IKindLook
{
    /// <summary>Looks once, within the budget of the look, and notes there what goes wrong.</summary>
    /// <param name="facts">What is known before: kind and address.</param>
    /// <param name="look">The look under way.</param>
    /// <returns>The facts, with what was seen.</returns>
    /// <exception cref="ConnectionFailedException">It ends here; the look has noted why. Any other exception is news about what was looked at, too.</exception>
    Task<KindFacts> LookAsync(KindFacts facts, Look look);
}
