using MudBlazor;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Parts;

/// <summary>How a standing is shown: never by its colour alone.</summary>
internal sealed record StandingLook(string Word, Color Color, string Icon)
{
    public static StandingLook Of(Standing standing) => standing switch
    {
        Standing.Up => new("up", Color.Success, Icons.Material.Filled.CheckCircle),
        Standing.Suspect => new("suspect", Color.Warning, Icons.Material.Filled.Help),
        Standing.Down => new("down", Color.Error, Icons.Material.Filled.Error),
        Standing.Paused => new("paused", Color.Default, Icons.Material.Filled.PauseCircle),
        _ => new("pending", Color.Info, Icons.Material.Filled.Schedule),
    };

    /// <summary>The standings, worst first.</summary>
    public static IReadOnlyList<Standing> WorstFirst { get; } = [Standing.Down, Standing.Suspect, Standing.Pending, Standing.Up, Standing.Paused];
}
