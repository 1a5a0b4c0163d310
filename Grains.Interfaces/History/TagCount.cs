namespace UptimeSquirrel.History;

/// <summary>A tag in use.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Websites">On how many websites.</param>
[GenerateSerializer, Immutable, Alias("uptime.tag-count")]
public sealed record TagCount([property: Id(0)] string Tag, [property: Id(1)] int Websites)
{
    /// <summary>The most tags that one answer names.</summary>
    public const int MaximumTags = 1000;
}
