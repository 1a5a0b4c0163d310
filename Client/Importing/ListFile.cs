using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>A list on disk, or on standard input when it is called <c>-</c>.</summary>
internal static class ListFile
{
    private const string StandardInput = "-";

    public static bool Exists(string path) => path == StandardInput || File.Exists(path);

    /// <exception cref="CallerMistakeException">It cannot be read.</exception>
    /// <exception cref="NoListException">It is no list.</exception>
    public static Task<ListContent> ReadAsync(string path, Terminal terminal, CancellationToken cancellationToken, ReadingChoices? choices = null) =>
        OpenAsync(path, terminal, "expected a file with one address a line, or '-' for standard input", stream =>
            ListStream.ReadAsync(stream, choices ?? ReadingChoices.Usual, path == StandardInput ? null : path + "-wal", cancellationToken));

    /// <summary>The whole text of a file.</summary>
    /// <exception cref="CallerMistakeException">It cannot be read.</exception>
    public static Task<string> ReadTextAsync(string path, Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(path, terminal, "expected a file", async stream =>
        {
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            return FileText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).Text;
        });

    private static async Task<T> OpenAsync<T>(string path, Terminal terminal, string expected, Func<Stream, Task<T>> read)
    {
        try
        {
            await using var stream = path == StandardInput ? terminal.OpenInput() : File.OpenRead(path);
            return await read(stream);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CallerMistakeException($"'{path}' does not exist: {expected}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CallerMistakeException($"'{path}' cannot be read: {exception.Message}");
        }
    }
}
