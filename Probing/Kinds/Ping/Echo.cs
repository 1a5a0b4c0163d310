using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace UptimeSquirrel.Probing;

/// <summary>The messages of a ping (RFC 792, RFC 4443): what is sent, and whether what comes back is the answer to it.</summary>
internal sealed class Echo
{
    private const int HeaderLength = 8;
    private const int SequenceAt = 6;
    private readonly byte[] _request = new byte[HeaderLength + 16];
    private readonly byte _answer;

    public Echo(AddressFamily family)
    {
        var isSix = family == AddressFamily.InterNetworkV6;
        _request[0] = (byte)(isSix ? 128 : 8);
        _answer = (byte)(isSix ? 129 : 0);

        // The operating system numbers the requests of a program for itself; what tells ours from a forged answer is what is in it.
        RandomNumberGenerator.Fill(_request.AsSpan(HeaderLength));
    }

    /// <summary>The next request.</summary>
    public ReadOnlyMemory<byte> Request(ushort number)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_request.AsSpan(SequenceAt), number);
        BinaryPrimitives.WriteUInt16BigEndian(_request.AsSpan(2), 0);
        BinaryPrimitives.WriteUInt16BigEndian(_request.AsSpan(2), Checksum(_request));
        return _request;
    }

    /// <summary>Whether this is the answer to one of our requests.</summary>
    public bool IsAnsweredBy(ReadOnlySpan<byte> message) =>
        message.Length == _request.Length && message[0] == _answer && message[1] == 0 && message[HeaderLength..].SequenceEqual(_request.AsSpan(HeaderLength));

    // Linux sets it itself; other systems do not.
    private static ushort Checksum(ReadOnlySpan<byte> message)
    {
        var sum = 0u;
        for (var i = 0; i < message.Length; i += 2)
            sum += BinaryPrimitives.ReadUInt16BigEndian(message[i..]);
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~(sum + (sum >> 16));
    }
}
