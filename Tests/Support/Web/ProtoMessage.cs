using System.Text;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>A message of protocol buffers, read without its description: by the numbers of its fields.</summary>
internal readonly record struct ProtoMessage(ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>All values at a path of field numbers; only texts, bytes and messages.</summary>
    public IEnumerable<ProtoMessage> At(params int[] path) => path.Aggregate((IEnumerable<ProtoMessage>)[this], (messages, number) => messages.SelectMany(message => message.Field(number)));

    private List<ProtoMessage> Field(int wanted)
    {
        var found = new List<ProtoMessage>();
        for (var at = 0; at < Bytes.Length;)
        {
            var tag = Number(ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(ref at);
                    if ((int)(tag >> 3) == wanted)
                        found.Add(new ProtoMessage(Bytes.Slice(at, length)));
                    at += length;
                    break;
                default:
                    at += 4;
                    break;
            }
        }

        return found;
    }

    private ulong Number(ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Bytes.Span[at++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return number;
        }
    }
}
