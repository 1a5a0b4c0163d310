using System.Buffers;
using System.IO.Compression;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Probing;

/// <summary>The beginning of a page, as far as something is looked for in it.</summary>
internal sealed class Page : IDisposable
{
    public const int MaximumBytes = LookProblems.MaximumBody;

    // What is packed is smaller than what it holds; more of it than this holds next to nothing and would go on for ever.
    private const int MaximumPackedBytes = 2 * MaximumBytes;

    private readonly char[] _text;
    private readonly int _length;

    private Page(char[] text, int length, bool isCut) => (_text, _length, IsCut) = (text, length, isCut);

    public ReadOnlyMemory<char> Text => _text.AsMemory(0, _length);

    /// <summary>Whether the page goes on after that.</summary>
    public bool IsCut { get; }

    /// <exception cref="UnreadablePageException">It cannot be read.</exception>
    public static async Task<Page> ReadAsync(HttpContent content, CancellationToken token)
    {
        // One more than is kept tells whether there is more.
        var bytes = ArrayPool<byte>.Shared.Rent(MaximumBytes + 1);
        try
        {
            await using var sent = await content.ReadAsStreamAsync(token);
            await using var page = Unpack(sent, content.Headers.NonValidated.TryGetValues("Content-Encoding", out var coding) ? string.Join(", ", coding) : "");
            var count = await page.ReadAtLeastAsync(bytes.AsMemory(0, MaximumBytes + 1), MaximumBytes + 1, throwOnEndOfStream: false, token);
            return Decode(bytes.AsSpan(0, Math.Min(count, MaximumBytes)), content, isCut: count > MaximumBytes);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new UnreadablePageException("its compression is broken");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_text);

    private static Stream Unpack(Stream sent, string coding) => coding.Trim().ToLowerInvariant() switch
    {
        "" or "identity" => sent,
        "gzip" or "x-gzip" => new GZipStream(new BoundedStream(sent, MaximumPackedBytes), CompressionMode.Decompress),
        "br" => new BrotliStream(new BoundedStream(sent, MaximumPackedBytes), CompressionMode.Decompress),
        _ => throw new UnreadablePageException($"it is compressed with '{CleanText.Of(coding, 40)}', which was not asked for"),
    };

    private static Page Decode(ReadOnlySpan<byte> bytes, HttpContent content, bool isCut)
    {
        var text = ArrayPool<char>.Shared.Rent(bytes.Length + 1);
        var declared = content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.FirstOrDefault() : null;
        var length = PageText.Decode(bytes, declared, text);
        return new Page(text, length, isCut);
    }
}

/// <summary>A page that cannot be read; the message says why.</summary>
internal sealed class UnreadablePageException(string message) : Exception(message);
