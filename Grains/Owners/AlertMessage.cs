namespace UptimeSquirrel.Grains.Owners;

/// <summary>An alert in words, for any channel to lay out. Every text is a single line and safe to show.</summary>
public sealed record AlertMessage
{
    /// <summary>All that matters in one line: <c>DOWN: Shop (shop.example)</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What happened: <c>Shop is down.</c></summary>
    public required string Headline { get; init; }

    /// <summary>What that means, in plain words.</summary>
    public required string Explanation { get; init; }

    /// <summary>The details, in the order in which they are read.</summary>
    public required IReadOnlyList<AlertFact> Facts { get; init; }

    /// <summary>What happens next.</summary>
    public required string Next { get; init; }

    /// <summary>All of it for a phone: fewer than 160 characters.</summary>
    public required string Brief { get; init; }

    /// <summary>The owner's own words, line by line, in place of <see cref="Explanation"/>, <see cref="Facts"/> and <see cref="Next"/>; null when the usual ones are told.</summary>
    public IReadOnlyList<string>? Own { get; init; }

    /// <summary>The owner's own JSON, for a channel whose messages are nothing else; null for the usual one.</summary>
    public string? Json { get; init; }

    /// <summary>What stands in the last line: that the owner's template could not be used; null when there is nothing to remark.</summary>
    public string? Remark { get; init; }
}
