using System.Reflection;

namespace UptimeSquirrel.Adapters.Database;

/// <summary>The SQL files inside this assembly.</summary>
internal static class EmbeddedSql
{
    private static readonly Assembly _assembly = typeof(EmbeddedSql).Assembly;

    /// <summary>The numbered files that make the schema, oldest first, by their file names.</summary>
    public static IReadOnlyList<(string Name, string Text)> Migrations(DatabaseKind kind) =>
        [.. Read($"{kind}.Migrations.").OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>The texts that Orleans' ADO.NET providers run, by their keys.</summary>
    public static IReadOnlyList<(string Name, string Text)> OrleansQueries(DatabaseKind kind) =>
        [.. Read($"{kind}.OrleansQueries.").Select(file => (Path.GetFileNameWithoutExtension(file.Name), file.Text))];

    private static IEnumerable<(string Name, string Text)> Read(string folder)
    {
        var prefix = $"{typeof(EmbeddedSql).Namespace}.{folder}";
        foreach (var resource in _assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(_assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..], reader.ReadToEnd());
        }
    }
}
