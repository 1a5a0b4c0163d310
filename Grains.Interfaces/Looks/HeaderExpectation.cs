using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Looks;

/// <summary>A header that the answer is to have: any value, or one that holds a text, in upper or lower case.</summary>
[GenerateSerializer, Immutable, Alias("uptime.header-expectation")]
public sealed record HeaderExpectation
{
    [JsonConstructor]
    private HeaderExpectation(string name, string? text) => (Name, Text) = (name, text);

    /// <summary>The name of the header.</summary>
    [Id(0)]
    public string Name { get; }

    /// <summary>What its value is to hold; null = anything.</summary>
    [Id(1)]
    public string? Text { get; }

    /// <summary>Reads an expectation as people write one: <c>Name</c> or <c>Name: text</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="expectation">The expectation, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HeaderExpectation? expectation, [NotNullWhen(false)] out string? problem)
    {
        var colon = (text ?? "").IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text ?? "" : text![..colon]).Trim();
        var value = colon < 0 ? "" : text![(colon + 1)..].Trim();
        var isGood = HeaderText.IsName(name) && value.Length <= LookProblems.MaximumWords && HeaderText.IsValue(value);
        expectation = isGood ? new HeaderExpectation(name, value.Length > 0 ? value : null) : null;
        problem = isGood ? null : $"{Quote.Of(text)} is not a header to expect: expected something like 'Content-Type: text/html', or only a name.";
        return isGood;
    }

    /// <summary>As people write it.</summary>
    public override string ToString() => Text is null ? Name : $"{Name}: {Text}";
}
