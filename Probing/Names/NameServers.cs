using System.Net.Sockets;
using DnsClient;

namespace UptimeSquirrel.Probing;

/// <summary>Asks name servers, without holding a thread while they think.</summary>
internal sealed class NameServers(TimeProvider time)
{
    private const int FewestTries = 2;
    private const int MostTries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Made late: a person who checks one address on the command line should not wait for what it does not need.
    private readonly Lazy<LookupClient> _client = new(NewClient);

    /// <summary>What asks one server once.</summary>
    public static LookupClient NewClient() => new(new LookupClientOptions
    {
        AutoResolveNameServers = false,
        Timeout = Timeout.InfiniteTimeSpan,                           // tries are ours to end: by the clock we were given
        Retries = 0,                                                  // and ours to repeat: the library would ask the next server about NXDOMAIN too
        ContinueOnDnsError = false,
        ContinueOnEmptyResponse = false,
        UseCache = false,                                             // it forgets only every ten minutes
        ExtendedDnsBufferSize = DnsQueryOptions.MinimumBufferSize,    // no extensions, as the system's resolver: some routers choke on them
    });

    /// <summary>Asks one server after the other, always beginning with the first, as the machine's administrator ordered them; a single one twice.</summary>
    public async Task<ServerAnswer> AskAsync(IReadOnlyList<NameServer> servers, DnsQuestion question, CancellationToken token)
    {
        var mostTelling = ServerAnswer.Silence;
        var tries = Math.Clamp(servers.Count, FewestTries, MostTries);
        for (var i = 0; i < tries; i++)
        {
            var answer = await AskAsync(servers[i % servers.Count], question, token);
            if (answer.IsFinal)
                return answer;
            if (answer != ServerAnswer.Silence)
                mostTelling = answer;
        }

        return mostTelling;
    }

    private async Task<ServerAnswer> AskAsync(NameServer server, DnsQuestion question, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, patience.Token);
        try
        {
            return ServerAnswer.Of(await _client.Value.QueryServerAsync([server], question, either.Token));
        }
        catch (Exception e)
        {
            // Whatever bytes a name server sends may make the library throw, and it calls a cancellation an error like any other.
            token.ThrowIfCancellationRequested();
            return e switch
            {
                _ when patience.IsCancellationRequested => ServerAnswer.Silence,
                DnsResponseException { InnerException: SocketException socket } => ServerAnswer.Trouble("asking our name servers: " + FailureNames.Errno(socket.SocketErrorCode)),
                ArgumentException => ServerAnswer.BeyondTheLibrary,
                _ => ServerAnswer.Nonsense,
            };
        }
    }
}
