namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>What to set; what is left out stays as it is, or is the default for a new website.</summary>
public record SettingsBody
{
    /// <summary>What people call it; at most 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>How often it is checked, from a minute (unless configured otherwise) to a day; of a heartbeat, how often the job calls.</summary>
    public double? IntervalSeconds { get; init; }

    /// <summary>The longest one check may take: 1 to 12.</summary>
    public double? TimeoutSeconds { get; init; }

    /// <summary>The statuses that count as up: <c>200-299,301</c>.</summary>
    public string? Accept { get; init; }

    /// <summary>Words to find it by, in place of all earlier ones: at most 20.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The address of the website of the same owner without which this one cannot work.</summary>
    public string? Parent { get; init; }

    /// <summary>How it is asked: <c>HEAD</c>, <c>GET</c>, <c>POST</c>, <c>PUT</c>, <c>PATCH</c>, <c>DELETE</c> or <c>OPTIONS</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Headers to send along, in place of all earlier ones: at most 20.</summary>
    public IReadOnlyList<HeaderBody>? Headers { get; init; }

    /// <summary>A body to send; at most 64 kB. Not shown again.</summary>
    public string? Body { get; init; }

    /// <summary>Logs in with a user name and password, with a colon between them. Not shown again.</summary>
    public string? Basic { get; init; }

    /// <summary>Logs in with a token. Not shown again.</summary>
    public string? Bearer { get; init; }

    /// <summary>Whether redirects are followed.</summary>
    public bool? FollowRedirects { get; init; }

    /// <summary>Whether a certificate that browsers would warn of counts as down.</summary>
    public bool? VerifyCertificate { get; init; }

    /// <summary>Which kind of IP address to go through: 4 or 6.</summary>
    public int? IpVersion { get; init; }

    /// <summary>Words that must be on the page.</summary>
    public string? Keyword { get; init; }

    /// <summary>Words that must not be there.</summary>
    public string? UnwantedKeyword { get; init; }

    /// <summary>A value that the JSON of the answer must have: <c>status=ok</c>, <c>$.checks[0].state=up</c>, or only a path.</summary>
    public string? Json { get; init; }

    /// <summary>Headers that the answer must have, in place of all earlier ones: <c>Content-Type: text/html</c>, or only a name.</summary>
    public IReadOnlyList<string>? ExpectedHeaders { get; init; }

    /// <summary>How long to wait before each further look after a failed one: up to 5 of 1 to 300 seconds; none = one failed check is enough.</summary>
    public IReadOnlyList<double>? RecheckSeconds { get; init; }

    /// <summary>How many good looks in a row end an incident: 1 to 5.</summary>
    public int? SuccessesBeforeUp { get; init; }

    /// <summary>From when on a look is slow; 0 = never.</summary>
    public double? SlowAfterSeconds { get; init; }

    /// <summary>Whether a certificate that expires soon is told.</summary>
    public bool? WarnOfCertificate { get; init; }

    /// <summary>Whether a domain that expires soon is told.</summary>
    public bool? WarnOfDomain { get; init; }

    /// <summary>How late a job may be.</summary>
    public double? GraceSeconds { get; init; }
}

/// <summary>A header to send along.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; kept encrypted and not shown again where the name says that it lets people in.</param>
public sealed record HeaderBody(string Name, string Value);

/// <summary>A website to watch.</summary>
public sealed record WebsiteBody : SettingsBody
{
    /// <summary>Its address: <c>https://shop.example</c>, <c>tcp://db.example:5432</c>, <c>tls://…</c>, <c>dns://…</c>, <c>ping://…</c> or <c>heartbeat://nightly-backup</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Who is told about it; <c>default</c> unless said otherwise, or the only owner the caller may change.</summary>
    public string? Owner { get; init; }
}

/// <summary>What to change of a website.</summary>
public sealed record ChangeBody : SettingsBody
{
    /// <summary>
    /// Settings to take back, so that the default holds again: <c>method</c>, <c>headers</c>, <c>body</c>, <c>auth</c>, <c>followRedirects</c>, <c>verifyCertificate</c>,
    /// <c>ipVersion</c>, <c>keyword</c>, <c>unwantedKeyword</c>, <c>json</c>, <c>expectedHeaders</c>, <c>timeoutSeconds</c>, <c>accept</c>, <c>recheckSeconds</c>,
    /// <c>successesBeforeUp</c>, <c>intervalSeconds</c>, <c>tags</c>, <c>parent</c>.
    /// </summary>
    public IReadOnlyList<string>? Unset { get; init; }
}
