using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace UptimeSquirrel.Tests.Dashboard.Support;

/// <summary>A browser window, and everything it complained about.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly string _url;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Window(string url, IBrowserContext context, IPage page)
    {
        (_url, _context, Page) = (url, context, page);

        // A violation of the content policy is an error on the console, too.
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.SetDefaultTimeout(60_000);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until it shows what it is about.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(_url + path);
        await HeadingAsync();
    }

    public Task HeadingAsync() => Page.Locator("h1").First.WaitForAsync();

    public ILocator Test(string id) => Page.GetByTestId(id);

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until a part of the page says this, and tells what it says when it does not.</summary>
    public async Task<string> SaysAsync(string part, string text)
    {
        try
        {
            await Test(part).GetByText(text).First.WaitForAsync();
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"'{part}' does not say '{text}'. The page says:\n{await Page.Locator("body").InnerTextAsync()}", e);
        }
        return await Test(part).InnerTextAsync();
    }

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>What keeps people from using this page, as far as a machine can tell: one line each.</summary>
    public async Task<IEnumerable<string>> BarriersAsync()
    {
        var result = await Page.RunAxe();
        return result.Violations.Select(one => $"{Page.Url}: {one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
