using System.Globalization;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Connects, shakes hands, and reads the certificate. Nothing is sent once the connection is encrypted.</summary>
internal sealed class TlsLook(KindTools tools) : IKindLook
{
    public async Task<KindFacts> LookAsync(KindFacts facts, Look look)
    {
        var address = facts.Url.ToUri();
        await using var stream = await tools.ConnectAsync(address, look);
        var connection = await tools.Connector.EncryptAsync(stream, new ServerName(address.IdnHost, address.Port), look, protocols: null);
        await using var encrypted = connection.Stream;
        if (TlsRules.Ending(look.Certificate, DaysAskedFor(facts), look.At) is { } ending)
            look.Fail(FailureKind.CertificateEndsSoon, ending);
        return facts;
    }

    private static int DaysAskedFor(KindFacts facts) =>
        facts.Url.Said("days") is [var days] ? int.Parse(days, CultureInfo.InvariantCulture) : 0;
}
