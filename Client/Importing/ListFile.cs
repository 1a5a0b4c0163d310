using System.Text;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>A list on disk, or on standard input when it is called <c>-</c>.</summary>
internal static class ListFile
{
    private const string StandardInput = "-";

    public static bool Exists(string path) => path == StandardInput || File.Exists(path);

    /// <exception cref="CallerMistakeException">It cannot be read.</exception>
    public static async Task<ListContent> ReadAsync(string path, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = path == StandardInput ? terminal.OpenInput() : File.OpenRead(path);
            return ListReader.Read(await ReadLinesAsync(stream, cancellationToken));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CallerMistakeException($"'{path}' does not exist: expected a file with one address a line, or '-' for standard input.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CallerMistakeException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>UTF-8, or what the byte order mark says.</summary>
    public static async Task<IReadOnlyList<string>> ReadLinesAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            lines.Add(line);
        return lines;
    }
}
