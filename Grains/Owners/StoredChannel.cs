using System.Text.Json.Serialization;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>A channel as it is stored.</summary>
/// <param name="Id">Names it among the owner's channels, for good.</param>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Address">Where its messages go, fit to be shown.</param>
/// <param name="Settings">What was set, less the secrets.</param>
/// <param name="Secrets">The secrets, encrypted.</param>
public sealed record StoredChannel(
    string Id, string Kind, string Address, IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, StoredSecret> Secrets)
{
    /// <summary>The kind of channel that an e-mail address is.</summary>
    public const string Email = "email";

    /// <summary>Only for outages that are still open and that nobody has acknowledged after this time; null = at once, for everything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? After { get; init; }

    /// <summary>Only for what matters at least so much; null = for everything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Severity? Only { get; init; }

    private static readonly Dictionary<string, StoredSecret> _noSecrets = [];

    /// <summary>What the delivery log calls it. An e-mail address stands there as the recipient already.</summary>
    [JsonIgnore]
    public string LogName => Id.Contains('@', StringComparison.Ordinal) ? Email : Id;

    /// <summary>The id of the channel that a record in the delivery log is about.</summary>
    public static string IdOf(Delivery delivery) => delivery.Channel == Email ? delivery.Recipient : delivery.Channel;

    /// <summary>An e-mail address is a channel of its own.</summary>
    public static StoredChannel Of(EmailAddress address) =>
        new(address.Text, Email, address.Text, new Dictionary<string, string> { ["to"] = address.Text }, _noSecrets);
}

/// <summary>A secret as it is stored.</summary>
/// <param name="Kept">Encrypted.</param>
/// <param name="Shown">What may be shown of it.</param>
public sealed record StoredSecret(string Kept, string Shown);
