using UptimeSquirrel.Importing.UptimeKuma;

namespace UptimeSquirrel.Importing;

/// <summary>Reads a list in any of the ways we know; what it holds says which, and its name does not matter.</summary>
internal static class ListStream
{
    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="choices">How to read.</param>
    /// <param name="latestChanges">Where the latest changes of a database are, which stand beside it while it is in use; null when that is not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoListException">It is no list that we know, or larger than was said.</exception>
    public static async Task<ListContent> ReadAsync(Stream stream, ReadingChoices choices, string? latestChanges, CancellationToken cancellationToken)
    {
        var bytes = await ReadStartAsync(stream, cancellationToken);
        if (KumaDatabase.Recognises(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
            return await KumaDatabase.ReadAsync(bytes, stream, latestChanges, choices, cancellationToken);
        await stream.CopyToAsync(bytes, cancellationToken);
        var (text, remark) = FileText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new NoListException("The file is neither text nor a database of Uptime Kuma: expected a list of addresses, or what another monitor exported.");
        var content = ListText.Read(text, choices);
        if (remark is not null)
            content.Remark(remark);
        return content;
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
