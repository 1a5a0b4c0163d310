namespace UptimeSquirrel.Client.Commands;

/// <summary>A text as it is typed: itself, or <c>@path</c> for what is in a file. Two <c>@</c> stand for one that is meant.</summary>
internal static class GivenText
{
    private const long LongestFile = 64 * 1024;

    /// <param name="given">What was typed.</param>
    /// <param name="what">What it is, for a message: "the template".</param>
    /// <exception cref="CallerMistakeException">The file cannot be read.</exception>
    public static string Read(string given, string what)
    {
        if (given.StartsWith("@@", StringComparison.Ordinal))
            return given[1..];
        if (!given.StartsWith('@'))
            return given;
        var path = given[1..];
        try
        {
            // Editors end files with a line break that is no part of a secret.
            return new FileInfo(path).Length <= LongestFile
                ? File.ReadAllText(path).TrimEnd('\r', '\n')
                : throw new CallerMistakeException($"'{path}' is too long for {what}: expected at most {LongestFile / 1024} kB.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CallerMistakeException($"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be read: {exception.Message}");
        }
    }
}
