using System.ComponentModel.DataAnnotations;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>How websites are checked. Section <c>Checks</c>.</summary>
public sealed class ChecksOptions
{
    /// <summary>How often a website is checked when its owner did not say.</summary>
    /// <remarks>From <see cref="MinimumInterval"/> to 1 day; default 5 minutes, as Jetpack Monitor and UptimeRobot do.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest interval an owner may choose.</summary>
    /// <remarks>1 second to 1 hour; default 1 minute. Less than a minute is meant for tests and draws a warning at start.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest one check may take in all, from looking up the name to the last header.</summary>
    /// <remarks>1 to 12 seconds; default 10 seconds. The call that brings a reminder tick must end well before its own 30 seconds.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:12")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that name look-up, connecting and the encryption handshake may take together.</summary>
    /// <remarks>1 to 12 seconds; default 5 seconds. Never longer than <see cref="Timeout"/>, of which it is a part.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:12")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait before each further look at a website that just failed. All must fail before it is called down.</summary>
    /// <remarks>
    /// 0 to 5 delays of 1 second to 5 minutes; default 5 and 30 seconds. None at all means that one failed check is enough to wake somebody.
    /// </remarks>
    [MaxLength(5)]
    public IReadOnlyList<TimeSpan> RecheckDelays { get; set; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    /// <summary>How many good looks in a row end an incident. The second follows the first after the first of <see cref="RecheckDelays"/>.</summary>
    /// <remarks>1 to 5; default 2, so that one lucky answer of a broken server closes nothing.</remarks>
    [Range(1, 5)]
    public int SuccessesBeforeUp { get; set; } = 2;

    /// <summary>With how many outages within an hour a website flaps: then they are told together until it has been steady for half an hour.</summary>
    /// <remarks>2 to 20, or 0 for never; default 3. <c>FlappingRules</c> says where that comes from.</remarks>
    [Range(0, 20)]
    public int FlappingOutages { get; set; } = 3;

    /// <summary>Networks in CIDR notation that may be checked although they are loopback, private, link-local or otherwise not public.</summary>
    /// <remarks>Default none, since whoever may register a website could otherwise look around in the network of this machine.</remarks>
    public IReadOnlyList<string> AllowedPrivateNetworks { get; set; } = [];

    /// <summary>Addresses that always answer: when none of them does, the trouble is ours, and no website is called down.</summary>
    /// <remarks>
    /// 0 to 10 http or https addresses; none at all means that a silo without others to ask believes what it sees. Looked at once at start, then
    /// only when many websites fail at once or one is about to be called down, at most once a second, with HEAD; any answer counts.
    /// The default are three companies' own addresses for this very question, which phones and browsers ask in their millions: nobody there
    /// minds or notices one more, and three that share neither network nor owner do not fail together.
    /// </remarks>
    [MaxLength(10)]
    public IReadOnlyList<string> References { get; set; } =
        ["https://www.gstatic.com/generate_204", "https://cp.cloudflare.com/generate_204", "https://captive.apple.com/"];

    /// <summary>How many checks one silo may have under way at the same time; more wait for their turn.</summary>
    /// <remarks>1 to 100,000; default 10,000.</remarks>
    [Range(1, 100_000)]
    public int MaximumAtOnce { get; set; } = 10_000;

    /// <summary>How many checks one silo may have under way at the same time towards one IP address; more wait for their turn.</summary>
    /// <remarks>
    /// 1 to 100; default 4. Waiting counts neither into a check's <see cref="Timeout"/> nor into its latency. A check that has waited for 8 seconds is left
    /// out, which says nothing about the website, and made again 5 seconds later.
    /// </remarks>
    [Range(1, 100)]
    public int MaximumPerAddress { get; set; } = 4;

    /// <summary>How many https websites one silo may check with less than a full handshake, when it verified their certificate within the hour.</summary>
    /// <remarks>
    /// 0 to 1,000,000; default 20,000, 0 = every check begins with a full handshake. Each takes about 8 kB of memory. What goes beyond is checked with full handshakes.
    /// </remarks>
    [Range(0, 1_000_000)]
    public int ResumableWebsites { get; set; } = 20_000;

    /// <summary>Ports below 1024 that may be checked besides 80 and 443.</summary>
    /// <remarks>Default none: behind them are services, such as mail servers, that could take a request for an order.</remarks>
    public IReadOnlyList<int> AllowedPorts { get; set; } = [];

    /// <summary>Ports below 1024 that <c>tcp://</c> and <c>tls://</c> may connect to, and name servers may be asked at, besides 80, 443 and <see cref="AllowedPorts"/>.</summary>
    /// <remarks>
    /// Default 21, 22, 25, 53, 110, 143, 389, 465, 587, 636, 853, 873, 990, 993 and 995: services that people run for others. Nothing is sent to them but a
    /// greeting of TLS or a question about a name. None at all leaves 80, 443 and 1024 upwards.
    /// </remarks>
    public IReadOnlyList<int> AllowedServicePorts { get; set; } = ProbeOptions.DefaultServicePorts;

    /// <summary>The page that our User-Agent names to every website, so that its operator can find out who looks at it.</summary>
    /// <remarks>An http or https address of at most 200 characters; default the project's own page. Better one of yours.</remarks>
    public string UserAgentUrl { get; set; } = ProbeOptions.DefaultUserAgentUrl;

    /// <summary>How many days before a certificate, or a domain, expires its owner is told.</summary>
    /// <remarks>
    /// 0 to 10 numbers from 1 to 365, in any order; default 21, 14, 7, 3 and 1, none = nobody is told. Each is told once. A step that is more than a third
    /// of a certificate's lifetime is left out: who renews by machine has not done it by then.
    /// </remarks>
    [MaxLength(10)]
    public IReadOnlyList<int> CertificateWarnings { get; set; } = [21, 14, 7, 3, 1];

    /// <summary>The server that knows which registry to ask when a domain expires.</summary>
    /// <remarks>
    /// An http or https address; default <c>https://rdap.org/</c>, empty = nobody is asked. It, and the registry it redirects to, learn the names of the
    /// domains, never addresses or private names; for one domain at most once a day from each silo.
    /// </remarks>
    public string Rdap { get; set; } = "https://rdap.org/";

    /// <summary>How a new website is asked when its owner did not say.</summary>
    /// <remarks>HEAD, GET, POST, PUT, PATCH, DELETE or OPTIONS; default none, which means HEAD, and GET where HEAD is refused: the cheapest way there is.</remarks>
    public CheckMethod? DefaultMethod { get; set; }

    /// <summary>The final statuses that count as up for a new website when its owner did not say.</summary>
    /// <remarks>Up to 20 codes from 100 to 599 or ranges of them; default 200-399, as a visitor would see it.</remarks>
    public string DefaultAccept { get; set; } = AcceptedStatuses.Default.Text;

    /// <summary>How long a check of a new website may take before it is called slow, when its owner did not say.</summary>
    /// <remarks>0 = never, the default; else 0.01 seconds to less than <see cref="Timeout"/>. What is slow is up, and its owner is told.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:12")]
    public TimeSpan DefaultSlowAfter { get; set; } = TimeSpan.Zero;

    /// <summary>What <see cref="DefaultSlowAfter"/> says: one for all websites; null when it says nothing.</summary>
    internal WarningSettings? WarnAtFirst => DefaultSlowAfter == TimeSpan.Zero ? null : field ??= new WarningSettings { SlowAfter = DefaultSlowAfter };

    /// <summary>What <see cref="DefaultAccept"/> says: one for all websites.</summary>
    internal AcceptedStatuses AcceptAtFirst => field ??= DefaultAccept == AcceptedStatuses.Default.Text ? AcceptedStatuses.Default : AcceptedStatuses.Parse(DefaultAccept);

    /// <summary>What <see cref="DefaultMethod"/> says: one for all websites; null when it says nothing.</summary>
    internal LookSettings? LookAtFirst => DefaultMethod is null ? null : field ??= new LookSettings { Method = DefaultMethod };

    /// <summary>The patience that these options amount to: one for all websites whose owner did not say otherwise.</summary>
    internal Patience Patience => field ??= Patience.From(this);
}
