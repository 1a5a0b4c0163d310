namespace UptimeSquirrel.Client.Templates;

/// <summary>A template as it is typed: the text itself, or <c>@path</c> for what is in a file. Two <c>@</c> stand for one that is meant.</summary>
internal static class TemplateText
{
    private const long LongestFile = 64 * 1024;

    /// <exception cref="CallerMistakeException">The file cannot be read.</exception>
    public static string? Read(string? given)
    {
        if (given is null || !given.StartsWith('@'))
            return given;
        var path = given[1..];
        if (path.StartsWith('@'))
            return path;
        try
        {
            return new FileInfo(path).Length <= LongestFile
                ? File.ReadAllText(path).TrimEnd('\r', '\n')
                : throw new CallerMistakeException($"'{path}' is too long for a template: expected at most {LongestFile / 1024} kB.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CallerMistakeException($"The template in '{path}' cannot be read: {exception.Message}");
        }
    }
}
