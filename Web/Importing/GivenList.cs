using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Web.Importing;

/// <summary>
/// Reads a list that was sent to a silo: bounded in size and in what it may hold, and not many at a time, because in memory a list is many times as large
/// as its file.
/// </summary>
internal static class GivenList
{
    /// <summary>The largest file, in bytes.</summary>
    public const long MostBytes = 20L << 20;

    private const int MostEntries = 100_000;
    private const int AtOnce = 2;

    private static readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>What is said of a larger file.</summary>
    public static string TooLarge => $"The file is too large: expected at most {MostBytes >> 20} MB. 'squirrel import' takes larger ones.";

    /// <param name="stream">The file, from its beginning. Its name does not matter.</param>
    /// <param name="choices">How to read it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoListException">It is no list that can be taken in.</exception>
    public static async Task<ListContent> ReadAsync(Stream stream, ReadingChoices choices, CancellationToken cancellationToken)
    {
        // All of it first: whoever sends slowly keeps nobody waiting.
        using var file = await CopyAsync(stream, cancellationToken);
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => ListStream.ReadAsync(file, choices with { MostEntries = MostEntries }, latestChanges: null, cancellationToken), cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    private static async Task<MemoryStream> CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        var some = new byte[81920];
        while (await stream.ReadAsync(some, cancellationToken) is > 0 and var count)
        {
            if (copy.Length + count > MostBytes)
                throw new NoListException(TooLarge);
            copy.Write(some, 0, count);
        }
        copy.Position = 0;
        return copy;
    }
}
