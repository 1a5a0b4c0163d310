using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Arguments that several commands about status pages take.</summary>
internal static class PageArguments
{
    public static Argument<StatusPageSlug?> Page() => Reading.Argument<StatusPageSlug>("PAGE", "The page's name, as it stands in its address: /status/PAGE.", StatusPageSlug.TryParse);

    public static Argument<string> Announcement() => new("ID") { Description = "The announcement's id; 'squirrel page show PAGE' shows it." };
}
