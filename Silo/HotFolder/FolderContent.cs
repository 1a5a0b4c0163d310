using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Silo.HotFolder;

/// <summary>What stood in the files of a folder at one moment.</summary>
/// <param name="Files">Names and texts.</param>
internal sealed record FolderContent(IReadOnlyList<(string Name, string Text)> Files)
{
    /// <summary>The same as long as nobody has changed anything.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Files.Select(file => $"{file.Name}\0{file.Text}")))));

    /// <exception cref="IOException">The folder, or a file in it, cannot be read.</exception>
    public static FolderContent Read(string folder) =>
        new([.. SitesFolder.FilesOf(folder).Select(path => (Path.GetFileName(path), File.ReadAllText(path)))]);

    public Declaration Declare(Func<string, string?> environment) => Declaration.Of([.. Files.Select(file => SitesFile.Read(file.Text, file.Name, environment))]);
}
