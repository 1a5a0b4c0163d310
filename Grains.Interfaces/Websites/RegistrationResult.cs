namespace UptimeSquirrel.Websites;

/// <summary>What became of a registration.</summary>
/// <param name="Outcome">Whether the website is watched now, and whether that is news.</param>
/// <param name="Problems">What was wrong with the settings; empty unless refused.</param>
[GenerateSerializer, Immutable, Alias("uptime.registration-result")]
public sealed record RegistrationResult(
    [property: Id(0)] RegistrationOutcome Outcome,
    [property: Id(1)] IReadOnlyList<SettingProblem> Problems);

/// <summary>Whether a registration brought something new.</summary>
[GenerateSerializer, Alias("uptime.registration-outcome")]
public enum RegistrationOutcome
{
    /// <summary>The website was not known and is watched from now on.</summary>
    Created = 0,

    /// <summary>The website was known; some of its settings are different now.</summary>
    Changed = 1,

    /// <summary>The website was known, with these very settings.</summary>
    Unchanged = 2,

    /// <summary>Something is wrong with the settings; nothing was changed.</summary>
    Refused = 3,

    /// <summary>
    /// It is not what <see cref="WebsiteChanges.IfRevision"/>, <see cref="WebsiteChanges.OnlyIfKnown"/> or <see cref="WebsiteChanges.OnlyIfNew"/> asks for;
    /// nothing was changed.
    /// </summary>
    Outdated = 4,
}

/// <summary>One setting that cannot be taken.</summary>
/// <param name="Field">Which one, in the words of <see cref="WebsiteChanges"/>, for example <c>interval</c>.</param>
/// <param name="Message">One sentence: the value, and what was expected.</param>
[GenerateSerializer, Immutable, Alias("uptime.setting-problem")]
public sealed record SettingProblem([property: Id(0)] string Field, [property: Id(1)] string Message);
