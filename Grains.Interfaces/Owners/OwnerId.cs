using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Owners;

/// <summary>Names the person or team who is told: a short handle or an e-mail address, lower case.</summary>
[GenerateSerializer, Immutable, Alias("uptime.owner-id")]
public sealed record OwnerId
{
    private const string Expected = "expected 1 to 64 letters, digits, '.', '-' or '_', or an e-mail address";

    /// <summary>Who owns what was registered without naming anyone.</summary>
    public static OwnerId Default { get; } = new("default");

    /// <summary>Who runs this installation, and is told about the monitor itself: a silo that does not trust what it sees, a channel that broke.</summary>
    public static OwnerId Operator { get; } = new("operator");

    [JsonConstructor]
    private OwnerId(string text) => Text = text;

    /// <summary>The handle or address, lower case.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>The key of the owner's grain. Never the bare id: keys that look like hex numbers collide in the storage provider.</summary>
    public string GrainKey => "owner:" + Text;

    /// <summary>Reads an owner as people write one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="owner">The owner, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OwnerId? owner, [NotNullWhen(false)] out string? problem)
    {
        var id = (text ?? "").Trim().ToLowerInvariant();
        var isGood = id.Contains('@', StringComparison.Ordinal)
            ? EmailAddress.TryParse(id, out _, out _)
            : id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
        owner = isGood ? new OwnerId(id) : null;
        problem = isGood ? null : $"{Quote.Of(id)} is not an owner: {Expected}.";
        return isGood;
    }

    /// <summary>Reads an owner that is known to be good.</summary>
    /// <exception cref="FormatException">It is not one; the message says why.</exception>
    public static OwnerId Parse(string text) => TryParse(text, out var owner, out var problem) ? owner : throw new FormatException(problem);

    /// <summary>The owner of a grain key made by <see cref="GrainKey"/>.</summary>
    /// <exception cref="FormatException">The key was not made by it.</exception>
    public static OwnerId FromGrainKey(string key) =>
        key.StartsWith("owner:", StringComparison.Ordinal) ? Parse(key[6..]) : throw new FormatException($"{Quote.Of(key)} is not the key of an owner.");

    /// <summary>The handle or address.</summary>
    public override string ToString() => Text;
}
