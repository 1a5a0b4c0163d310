using System.Net;
using System.Text.RegularExpressions;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>Becomes the first administrator and makes a key for programs, over the pages, as somebody with a browser.</summary>
internal static partial class KeyMaker
{
    private const string Password = "three-silos-and-a-squirrel";

    /// <summary>A key that may do everything; null when these silos print no link for a first administrator.</summary>
    public static async Task<string?> MakeAsync(IReadOnlyList<SiloUnit> silos)
    {
        foreach (var silo in silos)
            if (SetUpLink().Match(await File.ReadAllTextAsync(silo.Log)) is { Success: true } link)
                return await MakeAsync(new Uri(silo.Http), link.Groups["path"].Value);
        return null;
    }

    private static async Task<string> MakeAsync(Uri site, string setUp)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        http.DefaultRequestHeaders.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        await SubmitAsync(http, setUp, ("name", "root"), ("password", Password), ("repeated", Password));
        var page = await SubmitAsync(http, "/keys", ("name", "upgrade"), ("role", "administrator"), ("owner", ""), ("days", ""));
        return Key().Match(page) is { Success: true } key ? key.Value : throw new InvalidOperationException("The page of keys showed no new key.");
    }

    private static async Task<string> SubmitAsync(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        var form = await http.GetStringAsync(path);
        var hidden = Hidden().Matches(form).Select(input => (Name: input.Groups["name"].Value, Value: WebUtility.HtmlDecode(input.Groups["value"].Value)))
            .Where(field => fields.All(given => given.Name != field.Name)).DistinctBy(field => field.Name);
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(path, content);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("http://[^ ]+(?<path>/setup/[A-Za-z0-9_-]+)")]
    private static partial Regex SetUpLink();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("usq_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
