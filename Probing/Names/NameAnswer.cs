using System.Net;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What became of looking a name up: its addresses, the preferred one first, or why there are none.</summary>
internal sealed record NameAnswer
{
    public static readonly NameAnswer NotFound = Failed(FailureKind.NameNotFound, "NXDOMAIN");

    public static readonly NameAnswer NoAddress = Failed(FailureKind.NameNotFound, "the name has no address");

    public static readonly NameAnswer ImpossibleName = Failed(FailureKind.NameNotFound, "no name can be like this");

    private NameAnswer(IReadOnlyList<IPAddress> addresses, FailureKind failure, string detail)
    {
        Addresses = addresses;
        Failure = failure;
        Detail = detail;
    }

    public IReadOnlyList<IPAddress> Addresses { get; }

    public FailureKind Failure { get; }

    public string Detail { get; }

    public static NameAnswer Found(IReadOnlyList<IPAddress> addresses) =>
        addresses.Count > 0 ? new NameAnswer(addresses, FailureKind.None, "") : NoAddress;

    public static NameAnswer Failed(FailureKind kind, string detail) => new([], kind, detail);
}
