using System.Text.RegularExpressions;
using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>Becomes the first administrator and makes a key for programs, over the pages, as somebody with a browser.</summary>
internal static partial class KeyMaker
{
    /// <summary>A key that may do everything; null when these silos print no link for a first administrator.</summary>
    public static async Task<string?> MakeAsync(IReadOnlyList<SiloUnit> silos)
    {
        foreach (var silo in silos)
            if (SetUpLink().Match(await File.ReadAllTextAsync(silo.Log)) is { Success: true } link)
                return await MakeAsync(silo.Http, link.Groups["path"].Value);
        return null;
    }

    private static async Task<string> MakeAsync(string site, string setUp)
    {
        using var browser = new Browser(site);
        await browser.SubmitAsync(setUp, ("name", "root"), ("password", Browser.Password), ("repeated", Browser.Password));
        var page = await browser.SubmitAsync("/keys", ("name", "upgrade"), ("role", "administrator"), ("owner", ""), ("days", ""));
        return Key().Match(page.Body) is { Success: true } key ? key.Value : throw new InvalidOperationException($"The page of keys showed no new key: {page.Status} at {page.Path}.");
    }

    [GeneratedRegex("http://[^ ]+(?<path>/setup/[A-Za-z0-9_-]+)")]
    private static partial Regex SetUpLink();

    [GeneratedRegex("usq_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
