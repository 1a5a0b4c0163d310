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
    private const int UnderWay = 8;

    private static readonly SemaphoreSlim _turns = new(AtOnce);
    private static int _underWay;

    /// <summary>What is said of a larger file.</summary>
    public static string TooLarge => $"The file is too large: expected at most {MostBytes >> 20} MB. 'squirrel import' takes larger ones.";

    /// <param name="stream">The file, from its beginning. Its name does not matter.</param>
    /// <param name="choices">How to read it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoListException">It is no list that can be taken in.</exception>
    public static async Task<ListContent> ReadAsync(Stream stream, ReadingChoices choices, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _underWay) > UnderWay)
                throw new NoListException($"{UnderWay} other lists are being read at the moment: try again in a minute.");

            // All of it first: whoever sends slowly keeps nobody waiting.
            using var file = await CopyAsync(stream, cancellationToken);
            return await ReadInTurnAsync(file, choices, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private static async Task<ListContent> ReadInTurnAsync(MemoryStream file, ReadingChoices choices, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => ListStream.ReadAsync(file, choices with { MostEntries = MostEntries }, latestChanges: null, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // What the readers' libraries say of texts that are none, such as half a character.
            throw new NoListException($"The list cannot be read: {exception.Message.TrimEnd('.')}.");
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
