using System.Buffers.Binary;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>As much of HTTP/2 as it takes to answer badly: frames as bytes. The one request is stream 1.</summary>
public static class Http2
{
    private const int Preface = 24;

    public static byte[] Settings { get; } = Frame(4, 0, 0, []);

    public static byte[] Headers(byte[] block, bool isLast = true) => Frame(1, (byte)(isLast ? 5 : 4), 1, block);

    public static byte[] Reset(int error, int stream = 1) => Frame(3, 0, stream, Number(error));

    public static byte[] Goodbye(int error) => Frame(7, 0, 0, [.. Number(0), .. Number(error)]);

    public static byte[] Frame(byte type, byte flags, int stream, byte[] payload) =>
        [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, .. Number(stream), .. payload];

    /// <summary>A header field <c>x</c> with a value of this length, not compressed.</summary>
    public static byte[] LongHeader(int length)
    {
        // Lengths of 127 and more go on in groups of seven bits.
        var rest = length - 127;
        return [0, 1, (byte)'x', 127, (byte)(0x80 | (rest & 0x7F)), (byte)(rest >> 7), .. Enumerable.Repeat((byte)'v', length)];
    }

    /// <summary>Sends these frames once the client has asked; then waits for it to hang up.</summary>
    public static Func<Conversation, Task> Script(params byte[][] frames) => async conversation =>
    {
        await ReadRequestAsync(conversation);
        foreach (var frame in frames)
            await conversation.SendAsync(frame);
        await conversation.HangAsync();
    };

    /// <summary>Sends the first bytes once the client has asked, and then the others over and over; reads nothing more.</summary>
    public static Func<Conversation, Task> Endless(byte[] start, byte[] again) => async conversation =>
    {
        await ReadRequestAsync(conversation);
        await conversation.SendAsync(start);
        while (true)
            await conversation.SendAsync(again);
    };

    /// <summary>Refuses whatever is asked, however often: a refused request may be made again.</summary>
    public static Func<Conversation, Task> Refusal { get; } = async conversation =>
    {
        const int RefusedStream = 7;
        await conversation.ReadExactlyAsync(Preface);
        await conversation.SendAsync(Settings);
        while (true)
            await conversation.SendAsync(Reset(RefusedStream, await ReadHeadersAsync(conversation)));
    };

    private static async Task ReadRequestAsync(Conversation conversation)
    {
        await conversation.ReadExactlyAsync(Preface);
        await ReadHeadersAsync(conversation);
    }

    // Reads up to the next request, and says on which stream it is.
    private static async Task<int> ReadHeadersAsync(Conversation conversation)
    {
        while (true)
        {
            var head = await conversation.ReadExactlyAsync(9);
            await conversation.ReadExactlyAsync((head[0] << 16) | (head[1] << 8) | head[2]);
            if (head[3] == 1)
                return BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5));
        }
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
