using UptimeSquirrel.Sites.Planning;

namespace UptimeSquirrel.Silo.HotFolder;

internal sealed partial class SitesFollower
{
    [LoggerMessage(4400, LogLevel.Information, "The files in {Folder} say what is watched; what is not in them is taken away: {Prune}")]
    private partial void LogFollows(string folder, bool prune);

    [LoggerMessage(4401, LogLevel.Information, "As the files say: {Action} {Kind} {What} of {Owner} ({Details})")]
    private partial void LogChange(PlanAction action, string kind, string what, string owner, string details);

    [LoggerMessage(4402, LogLevel.Information, "All is as the files say: {Websites} websites, {Changes} changes made")]
    private partial void LogInStep(int websites, int changes);

    [LoggerMessage(4403, LogLevel.Error, "The files cannot be applied, everything stays as it is: {Trouble}")]
    private partial void LogTrouble(string trouble);
}
