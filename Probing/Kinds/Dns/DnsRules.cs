using System.Globalization;
using DnsClient;
using DnsClient.Protocol;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What an answer of a name server means, and whether it is the expected one.</summary>
internal static class DnsRules
{
    private const int MostRecords = 50;
    private const int LongestRecord = 500;

    /// <summary>What was said, or why it says nothing.</summary>
    public static RecordAnswer Read(IDnsQueryResponse response, QueryType type, string server) => response.Header.ResponseCode switch
    {
        DnsHeaderResponseCode.NotExistentDomain => new(server, [], FailureKind.NameNotFound, "NXDOMAIN"),
        DnsHeaderResponseCode.NoError when Records(response, type) is { Count: > 0 } records => new(server, records, FailureKind.None, ""),
        DnsHeaderResponseCode.NoError => new(server, [], FailureKind.RecordMissing, $"no {type} record"),
        var code => new(server, [], FailureKind.NameServerFailed, $"{ServerAnswer.Code(code)} from {server}"),
    };

    /// <summary>Whether all that was expected is there.</summary>
    public static (FailureKind Kind, string Detail) Judge(IReadOnlyList<string> records, IReadOnlyList<string> expected)
    {
        var missing = expected.Where(wanted => !records.Any(record => IsMeant(record, wanted))).ToArray();
        return missing.Length == 0
            ? (FailureKind.None, "")
            : (FailureKind.RecordUnexpected, $"{Shown(missing)} expected, {Shown(records)} found");
    }

    /// <summary>Whether a record is the one somebody expects: all of it, or the name at its end ("mail.example.com" for "10 mail.example.com").</summary>
    public static bool IsMeant(string record, string wanted) =>
        record.Equals(wanted, StringComparison.OrdinalIgnoreCase) ||
        (wanted.Length < record.Length && !wanted.Contains(' ', StringComparison.Ordinal) && record.EndsWith(' ' + wanted, StringComparison.OrdinalIgnoreCase));

    private static List<string> Records(IDnsQueryResponse response, QueryType type) =>
    [
        .. response.Answers.Where(record => (int)record.RecordType == (int)type).Select(Text).Select(text => CleanText.Of(text, LongestRecord))
            .Distinct().Order(StringComparer.Ordinal).Take(MostRecords),
    ];

    private static string Text(DnsResourceRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        CNameRecord alias => Name(alias.CanonicalName),
        MxRecord mail => string.Create(CultureInfo.InvariantCulture, $"{mail.Preference} {Name(mail.Exchange)}"),
        NsRecord server => Name(server.NSDName),
        TxtRecord text => string.Concat(text.Text),
        SrvRecord service => string.Create(CultureInfo.InvariantCulture, $"{service.Priority} {service.Weight} {service.Port} {Name(service.Target)}"),
        CaaRecord authority => string.Create(CultureInfo.InvariantCulture, $"{authority.Flags} {authority.Tag} {authority.Value}"),
        _ => record.ToString() ?? "",
    };

    private static string Name(DnsString name) => name.Value.TrimEnd('.').ToLowerInvariant();

    private static string Shown(IReadOnlyList<string> records)
    {
        var shown = string.Join(", ", records.Take(3).Select(record => CleanText.Of(record, 60)));
        return records.Count <= 3 ? shown : $"{shown} and {records.Count - 3} more";
    }
}
