using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>Finished bytes, compressed once, with the tag that names them.</summary>
internal sealed class Rendition
{
    // Less does not get smaller by more than its headers.
    private const int WorthCompressing = 400;

    private readonly Variant _plain;
    private readonly Variant? _gzip;
    private readonly Variant? _brotli;

    private Rendition(byte[] content, string type)
    {
        Type = type;
        var mark = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 10));
        _plain = new Variant(content, null, Tag(mark));
        if (content.Length < WorthCompressing)
            return;
        _gzip = new Variant(Compress(content, stream => new GZipStream(stream, CompressionLevel.Optimal)), "gzip", Tag(mark + "-gz"));
        _brotli = new Variant(Compress(content, stream => new BrotliStream(stream, CompressionLevel.Optimal)), "br", Tag(mark + "-br"));
    }

    /// <summary>The media type.</summary>
    public string Type { get; }

    public static Rendition Of(string text, string type) => new(System.Text.Encoding.UTF8.GetBytes(text), type);

    public static Rendition Of(byte[] content, string type) => new(content, type);

    /// <summary>The bytes in the best encoding that a client takes.</summary>
    public Variant For(string? acceptEncoding) => EncodingRules.Choose(acceptEncoding) switch
    {
        "br" => _brotli ?? _plain,
        "gzip" => _gzip ?? _plain,
        _ => _plain,
    };

    /// <summary>Whether a client has one of these tags already.</summary>
    public static bool IsKnown(string? ifNoneMatch, Variant variant)
    {
        if (ifNoneMatch is not { Length: > 0 } || !EntityTagHeaderValue.TryParseList([ifNoneMatch], out var tags))
            return false;
        return tags.Any(tag => tag.Tag == "*" || tag.Tag == variant.Tag);
    }

    private static string Tag(string mark) => $"\"{mark}\"";

    private static byte[] Compress(byte[] content, Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
            stream.Write(content);
        return compressed.ToArray();
    }

    /// <summary>The bytes in one encoding.</summary>
    /// <param name="Content">The bytes.</param>
    /// <param name="Encoding">The encoding; null = none.</param>
    /// <param name="Tag">What names these very bytes, in quotes.</param>
    public sealed record Variant(ReadOnlyMemory<byte> Content, string? Encoding, string Tag);
}
