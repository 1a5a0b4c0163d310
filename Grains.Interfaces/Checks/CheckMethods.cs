namespace UptimeSquirrel.Checks;

/// <summary>How methods are written.</summary>
public static class CheckMethods
{
    private static readonly string[] _names = ["HEAD", "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>A method as it is sent.</summary>
    public static string NameOf(CheckMethod method) => _names[(int)method];

    /// <summary>Reads a method, in upper or lower case.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="method">The method, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, out CheckMethod method, out string? problem)
    {
        var known = Array.IndexOf(_names, (text ?? "").Trim().ToUpperInvariant());
        method = known < 0 ? default : (CheckMethod)known;
        problem = known < 0 ? $"{Quote.Of(text)} is not a method: expected one of {string.Join(", ", _names)}." : null;
        return known >= 0;
    }
}
