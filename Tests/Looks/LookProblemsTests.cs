using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Tests.Looks;

public sealed class LookProblemsTests
{
    [Theory]
    [InlineData("X-Monitor: squirrel", null)]
    [InlineData("User-Agent: Mozilla/5.0", null)]
    [InlineData("X-Empty:", null)]
    [InlineData("no colon", "A header is written as 'Name: value'; no colon was found.")]
    [InlineData("X Monitor: y", "'X Monitor' is not the name of a header: expected 1 to 100 letters, digits and hyphens, such as X-Monitor.")]
    [InlineData(": y", "'' is not the name of a header: expected 1 to 100 letters, digits and hyphens, such as X-Monitor.")]
    [InlineData("Host: other.example", "The header Host is ours to set: it cannot be chosen.")]
    [InlineData("content-length: 5", "The header content-length is ours to set: it cannot be chosen.")]
    [InlineData("Transfer-Encoding: chunked", "The header Transfer-Encoding is ours to set: it cannot be chosen.")]
    [InlineData("Connection: keep-alive", "The header Connection is ours to set: it cannot be chosen.")]
    [InlineData("Accept-Encoding: zstd", "The header Accept-Encoding is ours to set: it cannot be chosen.")]
    [InlineData("X-Evil: a\r\nHost: b", "The value of the header X-Evil cannot be taken: expected letters, digits and signs of ASCII on one line.")]
    [InlineData("X-Evil: a\nb", "The value of the header X-Evil cannot be taken: expected letters, digits and signs of ASCII on one line.")]
    [InlineData("X-Evil\r\nHost: b", "'X-Evil��Host' is not the name of a header: expected 1 to 100 letters, digits and hyphens, such as X-Monitor.")]
    [InlineData("X-Word: Größe", "The value of the header X-Word cannot be taken: expected letters, digits and signs of ASCII on one line.")]
    public void A_header_is_a_name_and_a_value_that_ends_nothing(string text, string? problem)
    {
        RequestHeader.TryParse(text, out _, out var found).ShouldBe(problem is null);

        found.ShouldBe(problem);
    }

    [Theory]
    [InlineData("Authorization", true)]
    [InlineData("Cookie", true)]
    [InlineData("X-API-Key", true)]
    [InlineData("x-vault-token", true)]
    [InlineData("X-Session-Id", true)]
    [InlineData("Accept-Language", false)]
    [InlineData("X-Monitor", false)]
    public void What_lets_people_in_is_told_by_its_name(string name, bool isSecret)
    {
        var header = RequestHeader.Of(name, "value");

        (header.Value, header.Secret?.Text).ShouldBe(isSecret ? (null, "value") : ("value", null));
    }

    [Fact]
    public void A_secret_does_not_say_what_it_is()
    {
        new LookSettings { Body = Secret.Of("hunter2"), Headers = [RequestHeader.Of("Cookie", "hunter2")], Credentials = new(AuthScheme.Basic, Secret.Of("me:hunter2")) }
            .ToString().ShouldNotContain("hunter2");
        System.Text.Json.JsonSerializer.Serialize(new LookSettings { Body = Secret.Of("hunter2") }).ShouldNotContain("hunter2");
    }

    public static TheoryData<LookSettings, string?> Settings => new()
    {
        { new(), null },
        { new() { Method = CheckMethod.Put, Body = Secret.Of("x") }, null },
        { new() { Body = Secret.Of(new string('x', 65_536)) }, null },
        { new() { Body = Secret.Of(new string('x', 65_537)) }, "The body has more than 64 kB: expected at most 65,536 bytes." },
        { new() { Body = Secret.Of(new string('ß', 32_769)) }, "The body has more than 64 kB: expected at most 65,536 bytes." },
        { new() { Method = CheckMethod.Get, Body = Secret.Of("x") }, "A body cannot be sent with GET: expected POST, PUT, PATCH or DELETE, or no method, which is POST then." },
        { new() { Method = CheckMethod.Head, Keyword = "x" }, "HEAD brings no page, and so nothing to look for words or JSON in: expected another method, or none." },
        { new() { Method = (CheckMethod)77 }, "The method 77 is not known." },
        { new() { Keyword = "" }, "The words to look for cannot be taken: expected 1 to 500 characters on one line." },
        { new() { UnwantedKeyword = "a\nb" }, "The words to look for cannot be taken: expected 1 to 500 characters on one line." },
        { new() { Keyword = new string('x', 500) }, null },
        { new() { Keyword = new string('x', 501) }, "The words to look for cannot be taken: expected 1 to 500 characters on one line." },
        { new() { Keyword = "a", UnwantedKeyword = "a" }, "The words 'a' cannot both have to be and not be on the page." },
        { new() { Family = (IpFamily)5 }, "The kind of IP address cannot be taken: expected 4 or 6." },
        { new() { Headers = Headers(20, 300) }, null },
        { new() { Headers = Headers(21, 1) }, "21 headers were given: at most 20 are sent." },
        { new() { Headers = Headers(20, 500) }, "The headers are too long: expected at most 8,192 bytes in all." },
        { new() { Headers = [RequestHeader.Of("X-A", "1"), RequestHeader.Of("x-a", "2")] }, "The header X-A was given twice: expected each name once." },
        { new() { Headers = [RequestHeader.Of("Authorization", "x")], Credentials = new(AuthScheme.Bearer, Secret.Of("t")) }, "The header Authorization and a user name or token contradict each other: expected one of them." },
        { new() { Credentials = new(AuthScheme.Basic, Secret.Of("me:")) }, null },
        { new() { Credentials = new(AuthScheme.Basic, Secret.Of("nobody")) }, "What was given to log in with cannot be taken: expected user name and password on one line with a colon between them." },
        { new() { Credentials = new(AuthScheme.Basic, Secret.Of("me:a\r\nb")) }, "What was given to log in with cannot be taken: expected user name and password on one line with a colon between them." },
        { new() { Credentials = new(AuthScheme.Bearer, Secret.Of("a b")) }, "The token cannot be taken: expected letters, digits and signs of ASCII without blanks." },
    };

    [Theory, MemberData(nameof(Settings))]
    public void What_cannot_be_taken_is_one_sentence(LookSettings settings, string? problem) =>
        LookProblems.Find(settings).Select(found => found.Message).ShouldBe(problem is null ? [] : [problem]);

    private static RequestHeader[] Headers(int count, int length) =>
        [.. Enumerable.Range(0, count).Select(i => RequestHeader.Of($"X-{i}", new string('v', length)))];
}
