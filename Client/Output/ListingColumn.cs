namespace UptimeSquirrel.Client.Output;

/// <summary>One column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
internal sealed record ListingColumn(string Heading)
{
    /// <summary>Whether it gives way when the terminal is narrow; the others keep their width.</summary>
    public bool Shrinks { get; init; }

    /// <summary>Whether a word that is too long is cut with an ellipsis instead of going on in the next line.</summary>
    public bool Cuts { get; init; }

    public bool IsNumber { get; init; }
}
