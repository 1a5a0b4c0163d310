namespace UptimeSquirrel.Sites.Reading;

/// <summary>A folder of files that say what is to be.</summary>
internal static class SitesFolder
{
    /// <summary>Its files, in the order of their names. What begins with a dot is somebody's own, such as the copy of an editor.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" && !Path.GetFileName(path).StartsWith('.'))
            .Order(StringComparer.Ordinal),
    ];
}
