using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DnsClient;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What a <see cref="ScriptedNameServer"/> says to one question; null records = it stays silent.</summary>
internal sealed record DnsReply(DnsHeaderResponseCode Code, IReadOnlyList<DnsReply.Record>? Records, bool IsTruncated = false, byte[]? Garbage = null)
{
    public static readonly DnsReply Silence = new(DnsHeaderResponseCode.NoError, null);
    public static readonly DnsReply NothingOfThatType = new(DnsHeaderResponseCode.NoError, []);
    public static readonly DnsReply Truncated = new(DnsHeaderResponseCode.NoError, [], IsTruncated: true);

    /// <summary>Belongs to another question, as a forged answer does.</summary>
    public bool HasWrongId { get; init; }

    /// <summary>Records of any type, each by its bytes.</summary>
    public static DnsReply Raw(QueryType type, params byte[][] data) =>
        new(DnsHeaderResponseCode.NoError, [.. data.Select(bytes => new Record(null, null, null, 30) { Raw = (type, bytes) })]);

    public static DnsReply Error(DnsHeaderResponseCode code) => new(code, []);

    public static DnsReply Addresses(params string[] addresses) => Addresses(ttl: 30, addresses);

    public static DnsReply Addresses(int ttl, params string[] addresses) =>
        new(DnsHeaderResponseCode.NoError, [.. addresses.Select(address => new Record(null, IPAddress.Parse(address), null, ttl))]);

    /// <summary>The name is another one for the first alias, that for the next, and the last has the address.</summary>
    public static DnsReply Chain(string name, string[] aliases, string address)
    {
        string[] owners = [name, .. aliases];
        var links = aliases.Select((alias, i) => new Record(owners[i], null, alias, 300));
        return new(DnsHeaderResponseCode.NoError, [.. links, new Record(owners[^1], IPAddress.Parse(address), null, 30)]);
    }

    public static DnsReply Bytes(params byte[] bytes) => new(DnsHeaderResponseCode.NoError, [], Garbage: bytes);

    public byte[] ToBytes(ReadOnlySpan<byte> query, int questionLength)
    {
        if (Garbage is not null)
            return [.. query[..2], .. Garbage];

        var flags = 0x8180 | (IsTruncated ? 0x0200 : 0) | (int)Code;
        return [.. HasWrongId ? [(byte)~query[0], query[1]] : query[..2], .. Number16(flags), .. Number16(1), .. Number16(Records!.Count), 0, 0, 0, 0,
            .. query.Slice(12, questionLength), .. Records.SelectMany(record => record.ToBytes())];
    }

    private static byte[] Number16(int number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)number);
        return bytes;
    }

    internal sealed record Record(string? Owner, IPAddress? Address, string? Alias, int Ttl)
    {
        public (QueryType Type, byte[] Data)? Raw { get; init; }

        public IEnumerable<byte> ToBytes()
        {
            if (Raw is var (rawType, bytes))
                return [0xC0, 12, .. Number16((int)rawType), .. Number16(1), 0, 0, .. Number16(Ttl), .. Number16(bytes.Length), .. bytes];
            var owner = Owner is null ? new byte[] { 0xC0, 12 } : Name(Owner);
            var data = Address?.GetAddressBytes() ?? Name(Alias!);
            var type = Address is null ? QueryType.CNAME : Address.AddressFamily == AddressFamily.InterNetwork ? QueryType.A : QueryType.AAAA;
            return [.. owner, .. Number16((int)type), .. Number16(1), 0, 0, .. Number16(Ttl), .. Number16(data.Length), .. data];
        }

        public static byte[] Name(string name) =>
            [.. name.Split('.').SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)), 0];
    }
}
