using Spectre.Console;
using Spectre.Console.Rendering;

namespace UptimeSquirrel.Client.Output;

/// <summary>A table without lines: columns, a heading, and text that is never taken for markup.</summary>
internal sealed class Listing(params ListingColumn[] columns)
{
    private static readonly Style Heading = new(decoration: Decoration.Dim);
    private readonly List<ListingCell[]> rows = [];

    public bool IsEmpty => rows.Count == 0;

    public void Add(params ListingCell[] cells) => rows.Add(cells);

    /// <summary>Writes the table without blanks at the ends of its lines.</summary>
    public void Write(Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            terminal.Screen().Write(Render());
            return;
        }

        using var text = new StringWriter();
        var screen = new Terminal { Out = text, Error = text, Width = terminal.Width }.Screen();
        screen.Write(Render());
        foreach (var line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            terminal.Out.WriteLine(line.TrimEnd());
    }

    public IRenderable Render()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = columns.Any(column => column.Heading.Length > 0) };
        foreach (var column in columns)
            table.AddColumn(Column(column, isLast: column == columns[^1]));
        foreach (var row in rows)
            table.AddRow(row.Select((cell, i) => Cell(cell, columns[i])));
        return table;
    }

    private static TableColumn Column(ListingColumn column, bool isLast) => new(new Text(column.Heading, Heading))
    {
        NoWrap = !column.Shrinks,
        Alignment = column.IsNumber ? Justify.Right : Justify.Left,
        Padding = new Padding(0, 0, isLast ? 0 : 2, 0),
    };

    private static Text Cell(ListingCell cell, ListingColumn column) =>
        new(PlainText.Clean(cell.Text), cell.Style ?? Style.Plain) { Overflow = column.Cuts ? Overflow.Ellipsis : Overflow.Fold };
}
