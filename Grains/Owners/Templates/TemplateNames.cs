using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>The names that a template may use, with the names in them, as a message about one outage has them.</summary>
public static class TemplateNames
{
    /// <summary>Each name and an example of what stands behind it.</summary>
    public static IReadOnlyDictionary<string, object?> All { get; } =
        TemplateFactsWriter.Write(TemplateSamples.Letters(new ChannelKind("email", "", []))[0].Letter);
}
