using System.Globalization;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>Tells whoever waits what is going on, and keeps it with the other logs.</summary>
internal sealed class Say(string folder, TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();
    private readonly Lock _lock = new();

    public void Line(string line)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(_began):mm\\:ss} {line}");
        lock (_lock)
        {
            Console.WriteLine(text);
            File.AppendAllText(Path.Combine(folder, "run.txt"), $"{clock.GetUtcNow():HH:mm:ss.fff} {line}\n");
        }
    }
}
