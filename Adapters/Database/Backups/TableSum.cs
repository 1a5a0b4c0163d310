using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>How many rows a table has, and a checksum that is the same in whatever order they come: databases sort texts differently.</summary>
internal sealed class TableSum
{
    private UInt128 _sum;

    public long Rows { get; private set; }

    /// <summary>The sum of the first halves of the SHA-256 of all rows, in 32 hex digits.</summary>
    public string Checksum => _sum.ToString("x32", CultureInfo.InvariantCulture);

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        _sum += BinaryPrimitives.ReadUInt128BigEndian(hash);
        Rows++;
    }
}
