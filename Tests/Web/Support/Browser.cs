using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace UptimeSquirrel.Tests.Web.Support;

/// <summary>Asks as a browser does, without running scripts: keeps cookies, follows redirects, and sends forms with the fields that are hidden in them.</summary>
internal sealed partial class Browser : IDisposable
{
    /// <summary>The password of everybody who is made up.</summary>
    public const string Password = "nuts for the winter";

    private readonly CookieContainer _cookies = new();

    public Browser(string address)
    {
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Http.DefaultRequestHeaders.Add("Origin", Origin);
    }

    /// <summary>The same client for whatever is not a page; it follows no redirects.</summary>
    public HttpClient Http { get; }

    /// <summary>The site, as browsers name it.</summary>
    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    public void UseKey(string key) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

    public void Speak(string language) => Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

    /// <summary>Opens a page, wherever it leads.</summary>
    public async Task<Answer> OpenAsync(string path) => await FollowAsync(await Http.GetAsync(path));

    /// <summary>Opens a page and sends its form: what is hidden in it, and these fields. To another address when one is named.</summary>
    public async Task<Answer> SubmitAsync(string page, params (string Name, string Value)[] fields) => await SubmitToAsync(page, page, fields);

    public async Task<Answer> SubmitToAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = (await OpenAsync(page)).Body;
        var hidden = Hidden().Matches(form).Select(input => (Name: input.Groups["name"].Value, Value: WebUtility.HtmlDecode(input.Groups["value"].Value)))
            .Where(field => fields.All(given => given.Name != field.Name)).DistinctBy(field => field.Name);
        using var content = new FormUrlEncodedContent([.. hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await FollowAsync(await Http.PostAsync(action, content));
    }

    public async Task<Answer> SignInAsync(string name, string password = Password, string wanted = "/") =>
        await SubmitToAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}", "/sign-in", ("name", name), ("password", password));

    public void Dispose() => Http.Dispose();

    private async Task<Answer> FollowAsync(HttpResponseMessage response)
    {
        var was = response.RequestMessage!.RequestUri!;
        for (var hops = 0; response.StatusCode is HttpStatusCode.Found && hops < 10; hops++)
        {
            was = new Uri(was, response.Headers.Location!);
            response.Dispose();
            response = await Http.GetAsync(was);
        }

        using (response)
            return new Answer(response.StatusCode, was.PathAndQuery, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response.Headers);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>A page as it was in the end.</summary>
internal sealed record Answer(HttpStatusCode Status, string Path, string Body, HttpResponseHeaders Headers);
