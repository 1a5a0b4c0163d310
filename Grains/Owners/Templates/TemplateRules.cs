using System.Text.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>What a template may be, and what becomes of what it made.</summary>
internal static class TemplateRules
{
    private const int SubjectLimit = 200;
    private const int LineLimit = 1_000;
    private const int MostLines = 100;
    private const int BriefLimit = 159;
    private const string BriefRemark = " (Your template failed.)";

    /// <summary>What is wrong with a template before anybody reads it, a sentence each.</summary>
    public static IReadOnlyList<string> Problems(ChannelKind kind, string? subject, string? body)
    {
        var problems = new List<string>();
        if (subject is null && body is null)
            problems.Add("Neither a subject nor a body was given: expected at least one of them.");
        if (subject?.Length > OwnerTemplate.LongestSubject)
            problems.Add($"The subject has {subject.Length} characters: expected at most {OwnerTemplate.LongestSubject}.");
        if (body?.Length > OwnerTemplate.LongestBody)
            problems.Add($"The body has {body.Length} characters: expected at most {OwnerTemplate.LongestBody}.");
        if (subject is not null && IsWithoutSubject(kind))
            problems.Add($"A message over a channel of the kind '{kind.Name}' has no subject: expected a body alone.");
        return problems;
    }

    /// <summary>Whether messages of a kind are one text, or JSON whose members have their own names.</summary>
    public static bool IsWithoutSubject(ChannelKind kind) => kind.IsJson || kind.Medium == ChannelMedium.Text;

    /// <summary>Puts what a template made in place of the usual words. What cannot be used is left as usual, and the last line says so.</summary>
    /// <param name="usual">The usual words.</param>
    /// <param name="kind">The kind of channel.</param>
    /// <param name="subject">What became of the template of the subject; null when there is none.</param>
    /// <param name="body">What became of the template of the body; null when there is none.</param>
    /// <returns>The words, and why one of the templates could not be used; null when all could.</returns>
    public static (AlertMessage Words, string? Problem) Apply(AlertMessage usual, ChannelKind kind, FilledTemplate? subject, FilledTemplate? body)
    {
        var (words, problem) = (usual, (string?)null);
        if (subject is not null)
        {
            var line = PlainLine.From(subject.Text, SubjectLimit);
            if (line.Length > 0)
                words = words with { Subject = line };
            else
                problem = $"Subject: {subject.Problem ?? "It came out empty."}";
        }

        if (body is not null)
        {
            var (own, trouble) = body.Text is { } text ? WithBody(words, kind, text) : (null, body.Problem);
            words = own ?? words;
            problem = own is null ? $"Body: {trouble}" : problem;
        }

        return problem is null ? (words, null) : (WithRemark(words, problem), problem);
    }

    private static (AlertMessage? Words, string? Problem) WithBody(AlertMessage words, ChannelKind kind, string text)
    {
        if (kind.IsJson)
            return JsonProblem(text) is { } problem ? (null, problem) : (words with { Json = text.Trim() }, null);
        var lines = Lines(text);
        if (lines.Count == 0)
            return (null, "It came out empty.");
        return (kind.Medium == ChannelMedium.Text ? words with { Brief = PlainLine.From(string.Join(' ', lines), BriefLimit, "...") } : words with { Own = lines }, null);
    }

    /// <summary>Lines that are safe to show, without empty ones at either end, and never two of those together.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => PlainLine.From(line, LineLimit)))
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
                lines.Add(line);
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), "…"];
    }

    private static AlertMessage WithRemark(AlertMessage words, string problem) => words with
    {
        Remark = $"Your template could not be used, so these are the usual words. {problem}",
        Brief = PlainLine.From(words.Brief, BriefLimit - BriefRemark.Length, "...") + BriefRemark,
    };

    private static string? JsonProblem(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException e)
        {
            return $"What it made is not JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.";
        }
    }
}
