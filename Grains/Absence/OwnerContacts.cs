using System.Text.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>How an owner is reached. The one place to add another channel for the time while the database is away.</summary>
/// <param name="Emails">Who gets a mail.</param>
public sealed record OwnerContacts(IReadOnlyList<EmailAddress> Emails)
{
    /// <summary>As it is stored: <c>{"emails":["alice@shop.example"]}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored([.. Emails.Select(email => email.Text)]), JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="ToJson"/> wrote; an address that is none is left out.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static OwnerContacts FromJson(string json)
    {
        var emails = new List<EmailAddress>();
        foreach (var text in JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web)?.Emails ?? [])
            if (EmailAddress.TryParse(text, out var email, out _))
                emails.Add(email);
        return new OwnerContacts(emails);
    }

    private sealed record Stored(string[]? Emails);
}
