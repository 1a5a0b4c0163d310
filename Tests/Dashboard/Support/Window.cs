using Deque.AxeCore.Commons;
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

    /// <summary>Goes to a page as a link in the dashboard does: nothing is loaded anew.</summary>
    public async Task GoAsync(string path)
    {
        await Page.EvaluateAsync("path => { document.querySelector('h1').dataset.left = 'yes'; Blazor.navigateTo(path); }", path);
        await Page.Locator("h1:not([data-left])").First.WaitForAsync();
    }

    public Task HeadingAsync() => Page.Locator("h1").First.WaitForAsync();

    /// <summary>Waits until nothing on the page is being loaded any more.</summary>
    public Task LoadedAsync() => Page.Locator("[role=progressbar]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });

    /// <summary>Waits for what the dashboard says at the edge of the window, and takes it away.</summary>
    public async Task<string> SaidAsync(string text)
    {
        var said = Page.Locator(".mud-snackbar", new() { HasText = text }).First;
        await said.WaitForAsync();
        var all = await said.InnerTextAsync();
        await said.Locator("button").First.ClickAsync();
        return all;
    }

    /// <summary>What is written below a field that is not right.</summary>
    public async Task<string> MistakeAsync(string field, string typed)
    {
        await Field(field).FillAsync(typed);
        var mistake = Page.Locator(".mud-input-control", new() { Has = Field(field) }).Locator(".mud-input-error").Last;
        await mistake.WaitForAsync();
        return await mistake.InnerTextAsync();
    }

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
    /// <param name="rules">The rules that are looked at; none = all.</param>
    public async Task<IEnumerable<string>> BarriersAsync(params string[] rules)
    {
        await LoadedAsync();
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = rules.Length == 0 ? null : RunOnlyOptions.Rules(rules) });
        return result.Violations.Select(one => $"{Page.Url}: {one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
