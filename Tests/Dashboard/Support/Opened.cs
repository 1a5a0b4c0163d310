using Microsoft.Playwright;
using UptimeSquirrel.Tests.Journeys;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Dashboard.Support;

/// <summary>A house that is open: a silo, a mail server, a website to watch, and a browser.</summary>
internal sealed class Opened : IAsyncDisposable
{
    public const string ShopName = "Shop";

    private readonly IBrowser _browser;
    private readonly Lazy<Task<FirstDay>> _firstDay;

    public Opened(Journey journey, IBrowser browser, LocalWebsite shop)
    {
        (Journey, _browser, Shop) = (journey, browser, shop);
        _firstDay = new(() => FirstDay.LiveAsync(this));
    }

    public Journey Journey { get; }
    public LocalWebsite Shop { get; }
    /// <summary>The cookies of somebody who has signed in; null until somebody has.</summary>
    public string? SignedIn { get; set; }

    public string Url => $"http://127.0.0.1:{Journey.Silo.HttpPort}";

    /// <summary>What a person saw from the first start to the end of the first outage. The other tests come after it.</summary>
    public Task<FirstDay> FirstDayAsync() => _firstDay.Value;

    /// <summary>A window of its own: nothing in it is remembered from another.</summary>
    public async Task<Window> OpenWindowAsync(Action<BrowserNewContextOptions>? choose = null)
    {
        var options = new BrowserNewContextOptions
        {
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = SignedIn,
        };
        choose?.Invoke(options);
        var context = await _browser.NewContextAsync(options);
        return new Window(Url, context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await Journey.DisposeAsync();
    }
}
