using System.Text;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>Puts variables of the environment into a text: <c>${NAME}</c>, <c>${NAME:-what stands for it where there is none}</c>; <c>$${</c> stands for <c>${</c> itself.</summary>
internal static class Substitution
{
    /// <summary>Whether a text gets its value, or part of it, from the environment.</summary>
    public static bool IsIn(string text) => text.Replace("$${", "", StringComparison.Ordinal).Contains("${", StringComparison.Ordinal);

    /// <summary>How the sentence about a secret that stands in a file goes on.</summary>
    /// <param name="name">What the secret is called there, of which the name of a variable is made.</param>
    public static string Wanted(string name) => $"is a secret, and many may read this file: expected a variable of the environment, such as ${{{name.ToUpperInvariant().Replace('-', '_')}}}.";

    /// <summary>The text with the values in it; what is wrong, in one sentence, when that cannot be done.</summary>
    public static (string Text, string? Problem) Fill(string text, Func<string, string?> environment)
    {
        var filled = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length;)
        {
            if (text.AsSpan(position).StartsWith("$${"))
            {
                filled.Append("${");
                position += 3;
            }
            else if (text.AsSpan(position).StartsWith("${"))
            {
                var end = text.IndexOf('}', position);
                if (end < 0)
                    return ("", "'${' is not closed: expected ${NAME}, or $${ where it is meant to stand there.");
                var (value, problem) = ValueOf(text[(position + 2)..end], environment);
                if (problem is not null)
                    return ("", problem);
                filled.Append(value);
                position = end + 1;
            }
            else
                filled.Append(text[position++]);
        }

        return (filled.ToString(), null);
    }

    private static (string? Value, string? Problem) ValueOf(string inside, Func<string, string?> environment)
    {
        var (name, fallback) = inside.Split(":-", 2) is [var before, var after] ? (before, after) : (inside, null);
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return (null, $"{Quote.Of("${" + inside + "}")} names no variable: expected letters, digits and '_', as in ${{SLACK_URL}}.");

        // Empty is as good as not there, as for a shell's :- and for whoever forgot to set it.
        var value = environment(name) is { Length: > 0 } found ? found : fallback;
        return value is null ? (null, $"the environment has no variable {name}, or it is empty: set it, or write ${{{name}:-…}} to say what stands for it.") : (value, null);
    }
}
