using Spectre.Console;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>One cell of a table.</summary>
internal readonly record struct ListingCell(string Text, Style? Style = null)
{
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Doubtful = new(Color.Yellow);
    public static readonly Style Bad = new(Color.Red);
    public static readonly Style Quiet = new(decoration: Decoration.Dim);

    public static implicit operator ListingCell(string text) => new(text);

    public static Style StyleOf(Standing standing) => standing switch
    {
        Standing.Up => Good,
        Standing.Suspect => Doubtful,
        Standing.Down => Bad,
        _ => Quiet,
    };
}
