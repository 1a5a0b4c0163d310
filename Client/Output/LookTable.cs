using System.Globalization;

namespace UptimeSquirrel.Client.Output;

/// <summary>What <c>squirrel check</c> saw, for people.</summary>
internal static class LookTable
{
    public static void Write(Terminal terminal, IReadOnlyList<JudgedLook> looks)
    {
        var grid = new Grid(
            new GridColumn("VERDICT"), new GridColumn("STATUS") { IsNumber = true }, new GridColumn("TOOK") { IsNumber = true },
            new GridColumn("WEBSITE") { Shrinks = true, Cuts = true }, new GridColumn("REASON") { Shrinks = true });
        foreach (var look in looks)
            grid.Add(
                look.Verdict.IsHealthy ? new GridCell("up", GridCell.Good) : new GridCell("failing", GridCell.Bad),
                look.Result.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "-",
                Wording.Latency(look.Result.Took),
                look.Url.Text,
                ReasonOf(look));
        grid.Write(terminal);

        var failing = looks.Count(look => !look.Verdict.IsHealthy);
        if (looks.Count > 1)
        {
            terminal.Say();
            terminal.Say(failing == 0 ? $"{Wording.Number(looks.Count)} websites, all up" : $"{Wording.Number(looks.Count)} websites, {Wording.Number(failing)} failing");
        }
    }

    private static string ReasonOf(JudgedLook look) => look.Verdict.Problem switch
    {
        null => "",
        var problem when problem.Sentence.Contains(problem.Cause, StringComparison.OrdinalIgnoreCase) => problem.Sentence,
        var problem => $"{problem.Sentence} ({problem.Cause})",
    };
}
