using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>How an owner is reached.</summary>
/// <param name="Emails">Who gets a mail.</param>
/// <param name="Channels">The channels beside that, their secrets encrypted.</param>
public sealed record OwnerContacts(IReadOnlyList<EmailAddress> Emails, IReadOnlyList<StoredChannel> Channels)
{
    /// <summary>The owner was taken away: there is nobody to tell.</summary>
    public static OwnerContacts OfRemoved { get; } = new([], []) { IsRemoved = true };

    /// <summary>Whether the owner was taken away.</summary>
    public bool IsRemoved { get; private init; }

    /// <summary>How their messages read, by the kind of channel, where they want other words than the usual.</summary>
    public IReadOnlyDictionary<string, StoredTemplate> Templates { get; init; } = new Dictionary<string, StoredTemplate>();

    /// <summary>When they do not want to be disturbed; null = never told later.</summary>
    public QuietHours? Quiet { get; init; }

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Every way of telling this owner, also one that is known to be broken: while the database is away, a try is better than silence.</summary>
    public IEnumerable<StoredChannel> AllChannels => Emails.Select(StoredChannel.Of).Concat(Channels);

    /// <summary>As it is stored: <c>{"emails":["alice@shop.example"],"channels":[{"id":"ntfy-1",...}]}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        IsRemoved ? new Stored(null, null, null, null, IsRemoved: true)
            : new Stored([.. Emails.Select(email => email.Text)], Channels.Count > 0 ? Channels : null, Templates.Count > 0 ? Templates : null, Quiet), _json);

    /// <summary>Reads what <see cref="ToJson"/> wrote; an address that is none is left out.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static OwnerContacts FromJson(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, _json);
        if (stored?.IsRemoved is true)
            return OfRemoved;
        var emails = new List<EmailAddress>();
        foreach (var text in stored?.Emails ?? [])
            if (EmailAddress.TryParse(text, out var email, out _))
                emails.Add(email);
        return new OwnerContacts(emails, stored?.Channels ?? []) { Templates = stored?.Templates ?? new Dictionary<string, StoredTemplate>(), Quiet = stored?.Quiet };
    }

    internal static OwnerContacts Of(OwnerState state) => state.RemovedAt is not null ? OfRemoved : new([.. state.Emails], [.. state.Channels])
    {
        Templates = new Dictionary<string, StoredTemplate>(state.Templates),
        Quiet = state.Quiet,
    };

    private sealed record Stored(
        string[]? Emails, IReadOnlyList<StoredChannel>? Channels, IReadOnlyDictionary<string, StoredTemplate>? Templates, QuietHours? Quiet, bool? IsRemoved = null);
}
