using UptimeSquirrel.Websites;

namespace UptimeSquirrel.StatusPages;

/// <summary>What became of a change to a status page.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Page">The page as it is now; null when there is none.</param>
/// <param name="Problems">What was wrong, by field: <c>title</c>, <c>groups[0].websites[2].shownName</c>. Empty unless refused.</param>
[GenerateSerializer, Immutable, Alias("uptime.status-page-answer")]
public sealed record StatusPageAnswer(
    [property: Id(0)] StatusPageOutcome Outcome, [property: Id(1)] StatusPage? Page, [property: Id(2)] IReadOnlyList<SettingProblem> Problems);

/// <summary>Whether a change to a status page was done.</summary>
[GenerateSerializer, Alias("uptime.status-page-outcome")]
public enum StatusPageOutcome
{
    /// <summary>It was, or it had been before.</summary>
    Done = 0,

    /// <summary>Something is wrong with what was given; nothing was changed.</summary>
    Refused = 1,

    /// <summary>There is no page of this name, or no announcement of this id on it.</summary>
    Missing = 2,

    /// <summary>There is a page of this name already.</summary>
    Exists = 3,

    /// <summary>Somebody else has changed the page meanwhile; nothing was changed.</summary>
    Outdated = 4,
}

/// <summary>Whether a password is the one of a status page.</summary>
/// <param name="IsRight">Whether it is.</param>
/// <param name="Mark">The page's <see cref="StatusPage.PasswordMark"/> when it is; null otherwise.</param>
/// <param name="IsTooOften">Whether it was not looked at, because too many were tried in this minute.</param>
[GenerateSerializer, Immutable, Alias("uptime.password-answer")]
public sealed record PasswordAnswer([property: Id(0)] bool IsRight, [property: Id(1)] string? Mark, [property: Id(2)] bool IsTooOften);
