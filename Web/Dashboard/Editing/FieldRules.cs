using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Editing;

/// <summary>What is wrong with what was typed into one field: the sentence that the command line says, too. Null when nothing is.</summary>
internal static class FieldRules
{
    public static string? Address(string? text) => WebsiteUrl.TryParse(text, out _, out var problem) ? null : problem;

    public static string? OptionalAddress(string? text) => IsEmpty(text) ? null : Address(text);

    public static string? Email(string? text) => IsEmpty(text) || EmailAddress.TryParse(text, out _, out var problem) ? null : problem;

    public static string? Length(string? text) => IsEmpty(text) || Duration.TryParse(text, out _, out var problem) ? null : problem;

    public static string? Statuses(string? text) => IsEmpty(text) || AcceptedStatuses.TryParse(text, out _, out var problem) ? null : problem;

    public static string? Json(string? text) => IsEmpty(text) || JsonExpectation.TryParse(text, out _, out var problem) ? null : problem;

    public static string? Recheck(string? text) => IsEmpty(text) || RecheckText.TryRead(text!, out _, out var problem) ? null : problem;

    public static string? Headers(string? text) => Lines(text).Select(line => RequestHeader.TryParse(line, out _, out var problem) ? null : problem).FirstOrDefault(problem => problem is not null);

    public static string? ExpectedHeaders(string? text) =>
        Lines(text).Select(line => HeaderExpectation.TryParse(line, out _, out var problem) ? null : problem).FirstOrDefault(problem => problem is not null);

    /// <summary>What is wrong with the secret of a way to log in.</summary>
    public static string? Secret(AuthScheme? scheme, string? text) => scheme switch
    {
        null => null,
        _ when IsEmpty(text) => null,
        AuthScheme.Basic => Credentials.TryParseBasic(text, out _, out var problem) ? null : problem,
        _ => Credentials.TryParseBearer(text, out _, out var problem) ? null : problem,
    };

    public static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    public static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
