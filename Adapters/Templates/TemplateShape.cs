namespace UptimeSquirrel.Adapters.Templates;

/// <summary>Refuses what would make the reader of templates descend too deep: a stack that overflows ends the whole silo.</summary>
internal static class TemplateShape
{
    private const int MostTags = 100;
    private const int DeepestBrackets = 5;

    /// <summary>What is wrong, a sentence; null when nothing is.</summary>
    public static string? Problem(string template)
    {
        var (tags, depth, line, column) = (0, 0, 1, 0);
        for (var i = 0; i < template.Length; i++)
        {
            (line, column) = template[i] == '\n' ? (line + 1, 0) : (line, column + 1);
            var pair = template.AsSpan(i, Math.Min(2, template.Length - i));
            if (pair is "{%" or "{{")
            {
                depth = 0;
                if (pair is "{%" && ++tags > MostTags)
                    return $"Line {line}, column {column}: There are more than {MostTags} tags: expected at most so many.";
            }

            depth = template[i] switch { '[' or '(' => depth + 1, ']' or ')' => Math.Max(depth - 1, 0), _ => depth };
            if (depth > DeepestBrackets)
                return $"Line {line}, column {column}: Brackets stand {depth} deep: expected at most {DeepestBrackets}.";
        }

        return null;
    }
}
