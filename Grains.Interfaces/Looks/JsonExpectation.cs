using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Looks;

/// <summary>A value that the JSON of the answer is to have.</summary>
/// <remarks>
/// The path is a singular query of JSONPath (RFC 9535, 2.3.5.1), whose beginning <c>$.</c> may be left out: <c>status</c>,
/// <c>$.checks[0].state</c>, <c>data['a name']</c>.
/// </remarks>
[GenerateSerializer, Immutable, Alias("uptime.json-expectation")]
public sealed record JsonExpectation
{
    private const int MaximumPath = 200;

    [JsonConstructor]
    private JsonExpectation(string path, string? value) => (Path, Value) = (path, value);

    /// <summary>Where the value stands.</summary>
    [Id(0)]
    public string Path { get; }

    /// <summary>What it is to be: a text, a number, true, false or null; null = anything, as long as it is there.</summary>
    [Id(1)]
    public string? Value { get; }

    /// <summary>Reads an expectation as people write one: <c>path=value</c>, or only a path.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="expectation">The expectation, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JsonExpectation? expectation, [NotNullWhen(false)] out string? problem)
    {
        var typed = (text ?? "").Trim();
        var end = JsonPath.EndOf(typed);
        var path = typed[..end].TrimEnd();
        var value = end < typed.Length ? typed[(end + 1)..].Trim() : null;
        var isGood = path.Length <= MaximumPath && JsonPath.TryRead(path, out _) && (value?.Length ?? 0) <= LookProblems.MaximumWords && value?.Any(char.IsControl) != true;
        expectation = isGood ? new JsonExpectation(path, value) : null;
        problem = isGood ? null : $"{Quote.Of(text)} is not a JSON value to expect: expected something like status=ok or $.checks[0].state=up.";
        return isGood;
    }

    /// <summary>As people write it.</summary>
    public override string ToString() => Value is null ? Path : $"{Path}={Value}";
}
