using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>What the keys of programs are in the database.</summary>
internal sealed class StoredApiKeys
{
    /// <summary>The keys, in the order in which they were made.</summary>
    public List<ApiKey> Keys { get; set; } = [];
}
