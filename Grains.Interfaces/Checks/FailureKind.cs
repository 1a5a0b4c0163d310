namespace UptimeSquirrel.Checks;

/// <summary>What went wrong with a check. The numbers are stored: never reuse one.</summary>
[GenerateSerializer, Alias("uptime.failure-kind")]
public enum FailureKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The final status is not one of those that count as up.</summary>
    BadStatus = 1,

    /// <summary>The host name does not exist.</summary>
    NameNotFound = 2,

    /// <summary>The host name could not be looked up: the name servers gave no usable answer.</summary>
    NameLookupFailed = 3,

    /// <summary>The server refused the connection: nothing listens there.</summary>
    ConnectionRefused = 4,

    /// <summary>No way to the server's network or host.</summary>
    HostUnreachable = 5,

    /// <summary>The server broke the connection before it had answered.</summary>
    ConnectionBroken = 6,

    /// <summary>Looking up the name took too long.</summary>
    NameLookupTimeout = 7,

    /// <summary>No connection came about in time.</summary>
    ConnectTimeout = 8,

    /// <summary>Connected, but the encryption handshake took too long.</summary>
    TlsTimeout = 9,

    /// <summary>Connected, but the answer took too long.</summary>
    AnswerTimeout = 10,

    /// <summary>The certificate is expired, for another name, or not trusted.</summary>
    CertificateProblem = 11,

    /// <summary>The encryption handshake failed for another reason.</summary>
    TlsFailed = 12,

    /// <summary>What came back is not HTTP, or more of it than a sane server sends.</summary>
    BadAnswer = 13,

    /// <summary>More redirects in a row than we follow.</summary>
    TooManyRedirects = 14,

    /// <summary>A redirect back to an address already visited.</summary>
    RedirectLoop = 15,

    /// <summary>A redirect that leads nowhere: no address, or one that is not http or https.</summary>
    BadRedirect = 16,

    /// <summary>The address is a private one that this installation does not check.</summary>
    AddressNotAllowed = 17,

    /// <summary>We could not look: something in front of the website took us for a robot and asked for a proof. No news about the website.</summary>
    CheckBlocked = 18,

    /// <summary>We did not look: too much was going on here or towards the website's address. No news about the website.</summary>
    CheckSkipped = 19,

    /// <summary>The port is one that this installation does not check.</summary>
    PortNotAllowed = 20,

    /// <summary>The page came without the words it must have.</summary>
    KeywordMissing = 30,

    /// <summary>The page came with the words it must not have.</summary>
    UnwantedKeywordFound = 31,

    /// <summary>A value in the JSON of the answer is another one than it must be.</summary>
    JsonDiffers = 32,

    /// <summary>A value that must be in the JSON of the answer is not there.</summary>
    JsonMissing = 33,

    /// <summary>The answer is not JSON, or more of it than we read.</summary>
    NotJson = 34,

    /// <summary>A header of the answer has another value than it must have.</summary>
    HeaderDiffers = 35,

    /// <summary>A header that the answer must have is not there.</summary>
    HeaderMissing = 36,

    /// <summary>The answer came, but what was to be read in it cannot be read: it is encoded in a way we do not know, or badly.</summary>
    BodyUnreadable = 37,

    /// <summary>We did not look: what is to be sent along was encrypted with a key that this silo does not have. No news about the website.</summary>
    SecretUnreadable = 38,

    /// <summary>The name has no record of the type that was asked for.</summary>
    RecordMissing = 40,

    /// <summary>The name has other records than were expected.</summary>
    RecordUnexpected = 41,

    /// <summary>A name server that was asked for a record gave no usable answer.</summary>
    NameServerFailed = 42,

    /// <summary>No name server that was asked for a record answered in time.</summary>
    NameServerSilent = 43,

    /// <summary>The certificate is valid, but for fewer days than were asked for.</summary>
    CertificateEndsSoon = 44,

    /// <summary>No answer to a ping in time.</summary>
    PingUnanswered = 45,

    /// <summary>We could not look: this machine does not let us send a ping. No news about the host.</summary>
    PingNotPossible = 46,

    /// <summary>The job has not called in time.</summary>
    HeartbeatSilent = 47,

    /// <summary>The job called to say that it failed.</summary>
    HeartbeatFailed = 48,

    /// <summary>The job has not called yet, and still has time to. No news about it.</summary>
    HeartbeatAwaited = 49,

    /// <summary>Something we did not foresee; the cause tells.</summary>
    Unknown = 99,
}
