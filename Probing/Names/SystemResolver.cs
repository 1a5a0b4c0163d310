using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Looks names up as every program of this machine does. That blocks a thread for as long as it takes, so only a few do it at once.</summary>
internal sealed class SystemResolver(Func<string, Task<IPAddress[]>> resolve, SemaphoreSlim? turns = null)
{
    private static readonly SemaphoreSlim TurnsOfThisProcess = new(16);
    private readonly SemaphoreSlim _turns = turns ?? TurnsOfThisProcess;

    public async Task<NameAnswer> LookUpAsync(string name, CancellationToken token)
    {
        await _turns.WaitAsync(token);
        return await TakeTurnAsync(name).WaitAsync(token);
    }

    // It goes on when the caller has given up, and keeps the turn: the thread is still blocked.
    private async Task<NameAnswer> TakeTurnAsync(string name)
    {
        try
        {
            return NameAnswer.Found(await resolve(name));
        }
        catch (SocketException e)
        {
            var isMissing = e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData;
            return NameAnswer.Failed(isMissing ? FailureKind.NameNotFound : FailureKind.NameLookupFailed, FailureNames.Errno(e.SocketErrorCode));
        }
        catch (ArgumentException)
        {
            return NameAnswer.ImpossibleName;
        }
        finally
        {
            _turns.Release();
        }
    }
}
