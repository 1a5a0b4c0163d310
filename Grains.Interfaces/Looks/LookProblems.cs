using System.Globalization;
using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Looks;

/// <summary>What cannot be taken of what was said about a look. Secrets are judged here, but never repeated.</summary>
public static class LookProblems
{
    /// <summary>The longest words to look for or to compare with, in characters.</summary>
    public const int MaximumWords = 500;

    /// <summary>The longest body we send or read, in bytes.</summary>
    public const int MaximumBody = 64 * 1024;

    private const int MaximumHeaders = 20;
    private const int MaximumHeaderBytes = 8 * 1024;
    private const int MaximumExpectedHeaders = 10;

    private static readonly HashSet<string> _ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "TE", "Trailer", "Upgrade",
        "Expect", "Accept-Encoding", "HTTP2-Settings",
    };

    /// <summary>Everything that is wrong, each with the name of its setting.</summary>
    public static IEnumerable<SettingProblem> Find(LookSettings settings)
    {
        foreach (var problem in settings.Headers.Select(Of).Append(OfAll(settings)).OfType<string>())
            yield return new("header", problem);
        if (settings.Credentials is { } credentials && Of(credentials) is { } bad)
            yield return new("auth", bad);
        if (OfMethod(settings) is { } method)
            yield return new("method", method);
        if (settings.Body?.Text is { } body && Encoding.UTF8.GetByteCount(body) > MaximumBody)
            yield return new("body", "The body has more than 64 kB: expected at most 65,536 bytes.");
        if (!IsWords(settings.Keyword) || !IsWords(settings.UnwantedKeyword))
            yield return new("keyword", $"The words to look for cannot be taken: expected 1 to {MaximumWords} characters on one line.");
        if (settings.Keyword is not null && settings.Keyword == settings.UnwantedKeyword)
            yield return new("keyword", $"The words {Quote.Of(settings.Keyword)} cannot both have to be and not be on the page.");
        if (settings.ExpectedHeaders.Count > MaximumExpectedHeaders)
            yield return new("expect-header", $"{settings.ExpectedHeaders.Count} headers are expected: at most {MaximumExpectedHeaders} can be.");
        if (!Enum.IsDefined(settings.Family))
            yield return new("ip", "The kind of IP address cannot be taken: expected 4 or 6.");
    }

    internal static string? Of(RequestHeader header)
    {
        var value = header.Value ?? header.Secret?.Text ?? "";
        if (!HeaderText.IsName(header.Name))
            return $"{Quote.Of(header.Name)} is not the name of a header: expected 1 to {HeaderText.MaximumName} letters, digits and hyphens, such as X-Monitor.";
        if (_ours.Contains(header.Name))
            return $"The header {header.Name} is ours to set: it cannot be chosen.";
        return HeaderText.IsValue(value) ? null : $"The value of the header {header.Name} cannot be taken: expected letters, digits and signs of ASCII on one line.";
    }

    internal static string? Of(Credentials credentials) => (credentials.Scheme, credentials.Secret.Text) switch
    {
        (_, { Length: > Credentials.MaximumLength }) => $"What was given to log in with is too long: expected at most {Credentials.MaximumLength} characters.",
        (AuthScheme.Basic, { } text) when text.IndexOf(':', StringComparison.Ordinal) < 1 || text.Any(char.IsControl) =>
            "What was given to log in with cannot be taken: expected user name and password on one line with a colon between them.",
        (AuthScheme.Bearer, { } text) when text.Length == 0 || !text.All(c => c is > ' ' and <= '~') =>
            "The token cannot be taken: expected letters, digits and signs of ASCII without blanks.",
        (AuthScheme.Basic or AuthScheme.Bearer, _) => null,
        _ => "The way to log in is not known: expected basic or bearer.",
    };

    private static string? OfAll(LookSettings settings)
    {
        var headers = settings.Headers;
        if (headers.Count > MaximumHeaders)
            return $"{headers.Count} headers were given: at most {MaximumHeaders} are sent.";
        if (headers.Sum(header => header.Name.Length + (header.Value ?? header.Secret?.Text ?? "").Length + 4) > MaximumHeaderBytes)
            return "The headers are too long: expected at most 8,192 bytes in all.";
        if (headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"The header {twice.Key} was given twice: expected each name once.";
        return settings.Credentials is not null && headers.Any(header => header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            ? "The header Authorization and a user name or token contradict each other: expected one of them."
            : null;
    }

    private static string? OfMethod(LookSettings settings)
    {
        var readsPage = settings.Keyword is not null || settings.UnwantedKeyword is not null || settings.Json is not null;
        return settings.Method switch
        {
            { } method when !Enum.IsDefined(method) => string.Create(CultureInfo.InvariantCulture, $"The method {(int)method} is not known."),
            CheckMethod.Head when readsPage => "HEAD brings no page, and so nothing to look for words or JSON in: expected another method, or none.",
            CheckMethod.Head or CheckMethod.Get or CheckMethod.Options when settings.Body is not null =>
                $"A body cannot be sent with {CheckMethods.NameOf(settings.Method.Value)}: expected POST, PUT, PATCH or DELETE, or no method, which is POST then.",
            _ => null,
        };
    }

    private static bool IsWords(string? text) => text is null || (text.Length is > 0 and <= MaximumWords && !text.Any(char.IsControl));
}
