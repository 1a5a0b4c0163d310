using System.Net;
using DnsClient;
using DnsClient.Protocol;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What the name servers said to one question.</summary>
/// <param name="Names">The addresses, or why there are none.</param>
/// <param name="TimeToLive">How long the addresses may be kept.</param>
/// <param name="IsFinal">Whether another server would only say the same.</param>
internal sealed record ServerAnswer(NameAnswer Names, TimeSpan TimeToLive, bool IsFinal)
{
    public static readonly ServerAnswer Silence = Trouble("our name servers do not answer");

    public static readonly ServerAnswer Nonsense = Trouble("our name servers gave no readable answer");

    /// <summary>Proper, but with a name in it that the library refuses to read: one that looks like an international one and is none.</summary>
    public static readonly ServerAnswer BeyondTheLibrary = Nonsense with { IsFinal = true };

    public static ServerAnswer Of(IDnsQueryResponse response) => response.Header.ResponseCode switch
    {
        DnsHeaderResponseCode.NoError => new ServerAnswer(NameAnswer.Found(AddressesIn(response)), ShortestLife(response), IsFinal: true),
        DnsHeaderResponseCode.NotExistentDomain => new ServerAnswer(NameAnswer.NotFound, TimeSpan.Zero, IsFinal: true),
        var code => Trouble(Code(code)),
    };

    public static ServerAnswer Trouble(string detail) =>
        new(NameAnswer.Failed(FailureKind.NameLookupFailed, detail), TimeSpan.Zero, IsFinal: false);

    private static IPAddress[] AddressesIn(IDnsQueryResponse response) =>
        [.. response.Answers.OfType<AddressRecord>().Select(record => record.Address).Distinct()];

    private static TimeSpan ShortestLife(IDnsQueryResponse response) =>
        response.Answers.Count == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Max(0, response.Answers.Min(record => record.InitialTimeToLive)));

    /// <summary>The name people search for.</summary>
    public static string Code(DnsHeaderResponseCode code) => code switch
    {
        DnsHeaderResponseCode.FormatError => "FORMERR",
        DnsHeaderResponseCode.ServerFailure => "SERVFAIL",
        DnsHeaderResponseCode.NotImplemented => "NOTIMP",
        DnsHeaderResponseCode.Refused => "REFUSED",
        _ => $"RCODE {(int)code}",
    };
}
