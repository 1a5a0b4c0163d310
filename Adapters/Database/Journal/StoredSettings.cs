using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>What was said about a website that has no column of its own in the list: nobody searches by it.</summary>
internal sealed record StoredSettings
{
    private static readonly JsonSerializerOptions _json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly StoredSettings _nothing = new();

    public LookSettings? Look { get; init; }
    public PatienceSettings? Patience { get; init; }
    public WarningSettings? Warnings { get; init; }
    public HeartbeatSettings? Heartbeat { get; init; }
    public WebsiteUrl? Parent { get; init; }

    /// <summary>Null when there is nothing to write, as for most websites.</summary>
    public static string? Write(WebsiteSettings settings)
    {
        var stored = new StoredSettings { Look = settings.Look, Patience = settings.Patience, Warnings = settings.Warnings, Heartbeat = settings.Heartbeat, Parent = settings.Parent };
        return stored == _nothing ? null : JsonSerializer.Serialize(stored, _json);
    }

    /// <summary>The settings with what was written; without it where a newer version wrote what cannot be read here: a list must not fail for it.</summary>
    public static WebsiteSettings Add(WebsiteSettings settings, string? text)
    {
        if (text is null || Read(text) is not { } stored)
            return settings;
        return settings with { Look = stored.Look, Patience = stored.Patience, Warnings = stored.Warnings, Heartbeat = stored.Heartbeat, Parent = stored.Parent };
    }

    private static StoredSettings? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredSettings>(text, _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
