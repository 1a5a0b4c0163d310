using System.Text.Json.Serialization;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>A template as it is stored with its owner, under the kind of channel that it is for.</summary>
/// <param name="Subject">Null = the usual one.</param>
/// <param name="Body">Null = the usual one.</param>
public sealed record StoredTemplate(string? Subject, string? Body)
{
    /// <summary>Why it could not be used when that last happened; null when it always could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Failure { get; init; }

    /// <summary>When that was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>As it may be shown.</summary>
    public OwnerTemplate Show(string kind) => new(kind, Subject, Body) { Failure = Failure, FailedAt = FailedAt };
}
