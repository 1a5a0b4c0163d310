namespace UptimeSquirrel.Grains.Warnings;

/// <summary>Knows when domains expire.</summary>
public interface IDomainRegistry
{
    /// <summary>Asks for one domain.</summary>
    /// <param name="domain">Its name in lower-case ASCII, such as <c>shop.example</c>.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    /// <returns>What the registry says. A registry that cannot be reached or talks nonsense is an answer too: this never throws because of what is out there.</returns>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> asked for it.</exception>
    Task<RegistryAnswer> AskAsync(string domain, CancellationToken cancellationToken);
}

/// <summary>What a registry says about a domain.</summary>
/// <param name="Outcome">What kind of answer it is.</param>
/// <param name="ExpiresAt">When the domain expires, UTC; null unless that was found.</param>
/// <param name="AskAgainIn">How long it asks us to leave it alone; null when it does not say.</param>
public readonly record struct RegistryAnswer(RegistryOutcome Outcome, DateTimeOffset? ExpiresAt = null, TimeSpan? AskAgainIn = null)
{
    /// <summary>It knows the domain.</summary>
    public static RegistryAnswer Found(DateTimeOffset expiresAt) => new(RegistryOutcome.Found, expiresAt);
}

/// <summary>The kinds of answers of a registry.</summary>
public enum RegistryOutcome
{
    /// <summary>No answer, or one that cannot be made sense of: it says nothing.</summary>
    Failed,

    /// <summary>The domain expires on a date.</summary>
    Found,

    /// <summary>There is no such domain, or it has no date.</summary>
    NotFound,

    /// <summary>We ask too often.</summary>
    TooOften,
}
