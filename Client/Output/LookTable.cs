using System.Globalization;

namespace UptimeSquirrel.Client.Output;

/// <summary>What <c>squirrel check</c> saw, for people.</summary>
internal static class LookTable
{
    public static void Write(Terminal terminal, IReadOnlyList<JudgedLook> looks)
    {
        var grid = new Listing(
            new ListingColumn("VERDICT"), new ListingColumn("STATUS") { IsNumber = true }, new ListingColumn("TOOK") { IsNumber = true },
            new ListingColumn("WEBSITE") { Shrinks = true, Cuts = true }, new ListingColumn("REASON") { Shrinks = true });
        foreach (var look in looks)
            grid.Add(
                look.Verdict switch
                {
                    { IsHealthy: true } => new ListingCell("up", ListingCell.Good),
                    { CouldNotLook: true } => new ListingCell("not seen", ListingCell.Bad),
                    _ => new ListingCell("failing", ListingCell.Bad),
                },
                look.Result.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "-",
                Wording.Latency(look.Result.Took),
                look.Url.Text,
                ReasonOf(look));
        grid.Write(terminal);

        if (looks.Count <= 1)
            return;
        terminal.Say();
        terminal.Say(Summary(looks));
    }

    private static string Summary(IReadOnlyList<JudgedLook> looks)
    {
        var unseen = looks.Count(look => look.Verdict.CouldNotLook);
        var failing = looks.Count(look => !look.Verdict.IsHealthy) - unseen;
        return failing == 0 && unseen == 0
            ? $"{Wording.Number(looks.Count)} websites, all up"
            : $"{Wording.Number(looks.Count)} websites, {Wording.Number(failing)} failing{(unseen == 0 ? "" : $", {Wording.Number(unseen)} not seen")}";
    }

    private static string ReasonOf(JudgedLook look) => look.Verdict.Problem switch
    {
        null => "",
        var problem when problem.Sentence.Contains(problem.Cause, StringComparison.OrdinalIgnoreCase) => problem.Sentence,
        var problem => $"{problem.Sentence} ({problem.Cause})",
    };
}
