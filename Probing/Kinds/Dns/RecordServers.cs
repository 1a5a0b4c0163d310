using System.Net.Sockets;
using DnsClient;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Asks name servers for records over UDP, and over TCP where the answer did not fit.</summary>
internal sealed class RecordServers(TimeProvider time)
{
    private const int FewestTries = 2;
    private const int MostTries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lazy<LookupClient> _client = new(NameServers.NewClient);

    /// <summary>One server after the other, in their order; a single one twice when it is silent, since a packet may be lost.</summary>
    public async Task<RecordAnswer> AskAsync(IReadOnlyList<NameServer> servers, DnsTarget target, Look look)
    {
        RecordAnswer? answer = null;
        for (var i = 0; i < Math.Clamp(servers.Count, FewestTries, MostTries); i++)
        {
            var server = servers[i % servers.Count];
            if (answer is not null && (look.Token.IsCancellationRequested || (i >= servers.Count && answer.Failure != FailureKind.NameServerSilent)))
                break;
            answer = await AskAsync(server, target, look);
            if (answer.IsFinal)
                break;
        }

        return answer!;
    }

    private async Task<RecordAnswer> AskAsync(NameServer server, DnsTarget target, Look look)
    {
        var began = time.GetTimestamp();
        var answer = await AskOnceAsync(server, target, look.Token);
        look.Note(answer.Server, time.GetElapsedTime(began), answer.Detail.Length == 0 || answer.IsFinal ? null : answer.Detail);
        return answer;
    }

    private async Task<RecordAnswer> AskOnceAsync(NameServer server, DnsTarget target, CancellationToken token)
    {
        var name = server.Port == NameServer.DefaultPort ? server.Address : server.ToString();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, patience.Token);
        try
        {
            var response = await _client.Value.QueryServerAsync([server], new DnsQuestion(target.Name, target.Type), either.Token);
            return DnsRules.Read(response, target.Type, name);
        }
        catch (Exception e)
        {
            // Whatever bytes a name server sends may make the library throw, and it calls a cancellation an error like any other.
            return e switch
            {
                _ when either.IsCancellationRequested => new(name, [], FailureKind.NameServerSilent, $"no answer from {name}"),
                DnsResponseException { InnerException: SocketException socket } =>
                    new(name, [], FailureKind.NameServerFailed, $"{FailureNames.Errno(socket.SocketErrorCode)} from {name}"),
                _ => new(name, [], FailureKind.NameServerFailed, $"unreadable answer from {name}"),
            };
        }
    }
}
