using System.Buffers.Binary;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What a visitor who wants encryption says first.</summary>
internal sealed record ClientHello(byte[] Bytes)
{
    private const int SessionTicket = 35;
    private const int PreSharedKey = 41;

    /// <summary>Whether the visitor wants to go on with a session of before.</summary>
    public bool HasSession => Extensions().Any(extension => extension is { Type: PreSharedKey } or { Type: SessionTicket, Length: > 0 });

    public static async Task<ClientHello> ReadAsync(Stream stream)
    {
        var head = new byte[5];
        await stream.ReadExactlyAsync(head);
        var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(3))];
        await stream.ReadExactlyAsync(body);
        return new ClientHello([.. head, .. body]);
    }

    // After the record's head (5) come the message's (4), a version (2), 32 random bytes, then a session id, ciphers and compressions, each after its length.
    private List<(int Type, int Length)> Extensions()
    {
        var at = 5 + 4 + 2 + 32;
        at += 1 + Bytes[at];
        at += 2 + Number(at);
        at += 1 + Bytes[at];
        var extensions = new List<(int, int)>();
        for (at += 2; at < Bytes.Length; at += 4 + Number(at + 2))
            extensions.Add((Number(at), Number(at + 2)));
        return extensions;
    }

    private int Number(int at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(at));
}
