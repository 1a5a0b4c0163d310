namespace UptimeSquirrel.Looks;

/// <summary>How long to wait before each further look, as people write it: <c>5s,30s</c>, or <c>none</c>.</summary>
/// <remarks>No list itself: of an option that was not given, an empty one would be made.</remarks>
internal sealed record Delays(IReadOnlyList<TimeSpan> All)
{
    private const string None = "none";

    public static bool TryParse(string? text, out Delays? delays, out string? problem)
    {
        delays = new Delays([]);
        problem = null;
        if (text == None)
            return true;
        var read = new List<TimeSpan>();
        foreach (var part in (text ?? "").Split(','))
        {
            if (!Duration.TryParse(part, out var delay, out problem))
                return false;
            read.Add(delay);
        }

        delays = new Delays(read);
        return true;
    }
}
