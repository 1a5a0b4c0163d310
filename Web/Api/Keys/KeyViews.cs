using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Api.Keys;

/// <summary>A key to make.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Owner">The only owner whose things it sees and changes; null = all of them.</param>
/// <param name="ExpiresAt">Until when it is good; null = for ever.</param>
public sealed record KeyBody(string Name, UserRole Role, string? Owner = null, DateTimeOffset? ExpiresAt = null);

/// <summary>What can be changed of a key.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="ExpiresAt">Until when it is good; null = for ever.</param>
public sealed record KeyChangeBody(string Name, DateTimeOffset? ExpiresAt = null);

/// <summary>What is known of a key.</summary>
/// <param name="Id">Names it; also its first letters after <c>usq_</c>.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Owner">The only owner whose things it sees and changes; null = all of them.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">Until when it is good; null = for ever.</param>
/// <param name="LastUsedAt">When it was last used, to a few minutes; null = never.</param>
public sealed record KeyView(
    string Id, string Name, UserRole Role, string? Owner, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt)
{
    internal static KeyView Of(ApiKey key) => new(key.Id, key.Name, key.Role, key.Owner?.Text, key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.LastUsedAt);
}

/// <summary>A key that was just made.</summary>
/// <param name="Secret">The key itself, which is never shown again.</param>
/// <param name="Key">What is known of it.</param>
public sealed record NewKeyView(string Secret, KeyView Key);
