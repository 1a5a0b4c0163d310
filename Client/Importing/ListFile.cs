using UptimeSquirrel.Client.Importing.UptimeKuma;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>A list on disk, or on standard input when it is called <c>-</c>.</summary>
internal static class ListFile
{
    private const string StandardInput = "-";

    public static bool Exists(string path) => path == StandardInput || File.Exists(path);

    /// <exception cref="CallerMistakeException">It cannot be read.</exception>
    public static Task<ListContent> ReadAsync(string path, Terminal terminal, CancellationToken cancellationToken, ReadingChoices? choices = null) =>
        OpenAsync(path, terminal, "expected a file with one address a line, or '-' for standard input", async stream =>
        {
            var bytes = await ReadStartAsync(stream, cancellationToken);
            if (KumaDatabase.Recognises(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
                return await KumaDatabase.ReadAsync(bytes, stream, path == StandardInput ? null : path, choices ?? ReadingChoices.Usual, cancellationToken);
            await stream.CopyToAsync(bytes, cancellationToken);
            var (text, remark) = FileText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            var content = ListText.Read(text, choices ?? ReadingChoices.Usual);
            if (remark is not null)
                content.Remark(remark);
            return content;
        });

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

    // As much as says what kind of file it is: a database may be larger than what fits into memory.
    private static async Task<MemoryStream> ReadStartAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[16];
        var count = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var bytes = new MemoryStream();
        bytes.Write(start, 0, count);
        return bytes;
    }
}
