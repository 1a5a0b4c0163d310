using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.History;

/// <summary>What the past of a website is read with.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Url">Its address.</param>
/// <param name="Tags">Its tags now.</param>
/// <param name="RegisteredAt">When it was first registered.</param>
/// <param name="Interval">How often it is checked now.</param>
public sealed record WebsiteRegistration(OwnerId Owner, WebsiteUrl Url, IReadOnlyList<string> Tags, DateTimeOffset RegisteredAt, TimeSpan Interval);
