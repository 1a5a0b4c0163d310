using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing.Kinds;

public sealed class KindWordsTests
{
    private static readonly CheckResult Failed = new() { At = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero), Took = TimeSpan.FromSeconds(5), Host = "a.example" };

    [Theory]
    [InlineData("tls://a.example", FailureKind.CertificateEndsSoon)]
    [InlineData("dns://a.example", FailureKind.RecordMissing, FailureKind.RecordUnexpected, FailureKind.NameServerFailed, FailureKind.NameServerSilent)]
    [InlineData("ping://a.example", FailureKind.PingUnanswered, FailureKind.PingNotPossible)]
    [InlineData("heartbeat://a", FailureKind.HeartbeatSilent, FailureKind.HeartbeatFailed, FailureKind.HeartbeatAwaited)]
    public void Every_failure_of_a_kind_has_words_of_its_own(string address, params FailureKind[] kinds)
    {
        var url = WebsiteUrl.Parse(address);
        var result = Failed with { Facts = new KindFacts { Kind = url.Kind, Url = url } };

        var sentences = kinds.Append(FailureKind.Unknown).Select(kind => FailureText.Sentence(result, kind)).ToArray();

        sentences.Distinct().Count().ShouldBe(sentences.Length);
        sentences.ShouldAllBe(sentence => sentence.Contains(url.Kind == WebsiteKind.Heartbeat ? "a " : "a.example", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_but_websites_has_a_look_of_its_own() =>
        KindOfCheck.All.Select(kind => kind.Kind).ShouldBe(Enum.GetValues<WebsiteKind>().Where(kind => kind != WebsiteKind.Website));

    [Theory]
    [InlineData("tcp://a.example:1", "a port that takes a connection counts as up")]
    [InlineData("heartbeat://a", "a job that calls in time counts as up")]
    public void The_rule_that_decided_is_that_of_the_kind(string address, string rule)
    {
        var url = WebsiteUrl.Parse(address);

        VerdictRules.Explain(Failed with { Facts = new KindFacts { Kind = url.Kind, Url = url } }, AcceptedStatuses.Default).ShouldBe(rule);
    }
}
