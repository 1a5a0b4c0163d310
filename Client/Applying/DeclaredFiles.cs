using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Client.Applying;

/// <summary>Reads the files, and the files of the folders, that a caller names.</summary>
internal static class DeclaredFiles
{
    public const string StandardInput = "-";

    /// <exception cref="CallerMistakeException">One cannot be read.</exception>
    public static async Task<Declaration> ReadAsync(IReadOnlyList<string> paths, Terminal terminal, OwnerId? usualOwner, CancellationToken cancellationToken)
    {
        var declarations = new List<Declaration>();
        foreach (var path in paths.SelectMany(FilesOf).Distinct())
        {
            var text = await ListFile.ReadTextAsync(path, terminal, cancellationToken);
            declarations.Add(SitesFile.Read(text, path == StandardInput ? "standard input" : path, terminal.Environment, usualOwner));
        }
        return Declaration.Of(declarations);
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (path == StandardInput || !Directory.Exists(path))
            return [path];
        var found = SitesFolder.FilesOf(path);
        return found.Count > 0 ? found : throw new CallerMistakeException($"The folder '{path}' holds no file ending in .yaml or .yml: expected one at least.");
    }
}
