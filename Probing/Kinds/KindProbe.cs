using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>Looks at everything that is no website, each in the way of its kind.</summary>
internal sealed class KindProbe(KindTools tools)
{
    private readonly Dictionary<WebsiteKind, IKindLook> _looks = KindOfCheck.All.ToDictionary(kind => kind.Kind, kind => kind.Create(tools));

    /// <summary>Makes the look. Never throws because of what is out there.</summary>
    public async Task<CheckResult> LookAsync(Look look)
    {
        var url = look.Request.Url;
        var facts = new KindFacts { Kind = url.Kind, Url = url };
        look.BeginHop(url.ToUri(), CheckMethod.Head);
        try
        {
            facts = await _looks[url.Kind].LookAsync(facts, look);
        }
        catch (Exception e)
        {
            // As for websites: whatever a stranger's server makes the network stack throw is news about that server.
            var (kind, detail) = look.Token.IsCancellationRequested
                ? FailureNames.OfTimeout(look.Phase, look.ConnectedTo)
                : FailureNames.OfAnswer(e);
            look.Fail(kind, detail);
        }
        finally
        {
            look.EndHop();
        }

        return Result(look, facts);
    }

    private static CheckResult Result(Look look, KindFacts facts) => new()
    {
        At = look.At,
        Took = look.Took,
        Failure = look.Failure,
        Detail = look.Detail,
        ConnectedTo = look.ConnectedTo,
        Host = look.Failure == FailureKind.None ? null : facts.Url.ToUri().IdnHost,
        Times = look.Times,
        FailedAddresses = look.FailedAddresses,
        Certificate = look.Certificate,
        Trace = look.Trace,
        Facts = facts,
    };
}
