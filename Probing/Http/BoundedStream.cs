using System.Net.Sockets;
using System.Runtime.CompilerServices;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>A connection that ends when more comes in than any sane handshake and answer need: a look must not become a download.</summary>
internal sealed class BoundedStream(Socket socket, Look look) : NetworkStream(socket, ownsSocket: true)
{
    private const int Maximum = 256 * 1024;
    private int _left = Maximum;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        _left -= count;
        return _left >= 0 ? count : throw look.Failed(FailureKind.BadAnswer, $"more than {Maximum / 1024} kB came before the answer was complete");
    }
}
