namespace UptimeSquirrel.Tests.Journeys;

/// <summary>Mistakes on the command line. None of them changes anything, so they share one installation.</summary>
public sealed class MistakeJourney(MistakeJourney.Installation installation) : IClassFixture<MistakeJourney.Installation>
{
    [Theory]
    [InlineData("'ftp://shop.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.", "add", "ftp://shop.example")]
    [InlineData("user name or password", "add", "https://me:secret@shop.example")]
    [InlineData("The interval 0.5s cannot be taken: expected 1s to 1d.", "add", "https://shop.example", "--every", "0.5s")]
    [InlineData("'sometimes' is not a length of time", "add", "https://shop.example", "--every", "sometimes")]
    [InlineData("is not an e-mail address: expected name@host.", "add", "https://shop.example", "--email", "alice")]
    [InlineData("is not a list of statuses", "add", "https://shop.example", "--accept", "2xx")]
    [InlineData("https://unknown.example/", "status", "https://unknown.example")]
    [InlineData("https://unknown.example/", "remove", "https://unknown.example")]
    [InlineData("The header Host is ours to set: it cannot be chosen.", "add", "https://shop.example", "--header", "Host: other.example")]
    [InlineData("--header: A header is written as 'Name: value'; no colon was found.", "add", "https://shop.example", "--header", "secret")]
    [InlineData("--method: 'FETCH' is not a method: expected one of HEAD, GET, POST, PUT, PATCH, DELETE, OPTIONS.", "add", "https://shop.example", "--method", "FETCH")]
    [InlineData("HEAD brings no page", "add", "https://shop.example", "--method", "HEAD", "--keyword", "x")]
    [InlineData("A body cannot be sent with GET", "add", "https://shop.example", "--method", "GET", "--body", "secret")]
    [InlineData("--basic and --bearer exclude each other.", "add", "https://shop.example", "--basic", "me:secret", "--bearer", "secret")]
    [InlineData("--basic: What was given to log in with cannot be taken", "add", "https://shop.example", "--basic", "secret")]
    [InlineData("--json-value: '=up' is not a JSON value to expect", "add", "https://shop.example", "--json-value", "=up")]
    [InlineData("--ip: '5' is not a kind of IP address: expected 4 or 6.", "add", "https://shop.example", "--ip", "5")]
    [InlineData("--recheck: 'soon' is not a length of time", "add", "https://shop.example", "--recheck", "soon")]
    [InlineData("The recheck after 10m cannot be taken: expected 1s to 5m.", "add", "https://shop.example", "--recheck", "10m")]
    [InlineData("9 good checks in a row cannot be asked for: expected 1 to 5.", "add", "https://shop.example", "--successes", "9")]
    [InlineData("--unset: 'name' cannot be unset: expected one of method, header,", "add", "https://shop.example", "--unset", "name")]
    [InlineData("--body: The file 'no-such-file' cannot be read:", "add", "https://shop.example", "--body", "@no-such-file")]
    public async Task A_mistake_is_one_clear_line_with_code_2_that_repeats_no_secret(string expected, params string[] arguments)
    {
        var answer = await installation.Journey.Squirrel.RunAsync(arguments);

        answer.ExitCode.ShouldBe(2);
        answer.Errors.Trim().ShouldContain(expected);
        answer.Errors.Trim().Split('\n').Length.ShouldBe(1);
        answer.Errors.ShouldNotContain("secret");
        answer.Output.ShouldBeEmpty();
    }

    /// <summary>The installation, for as long as the tests need it.</summary>
    public sealed class Installation : IAsyncLifetime
    {
        internal Journey Journey { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Journey = await Journey.BeginAsync();

        public ValueTask DisposeAsync() => Journey.DisposeAsync();
    }
}
