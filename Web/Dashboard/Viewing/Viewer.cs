using System.Globalization;
using Microsoft.JSInterop;

namespace UptimeSquirrel.Web.Dashboard.Viewing;

/// <summary>The browser on the other side: its time zone, how it wants to see the pages, and whether anybody looks at them just now.</summary>
internal sealed class Viewer(IJSRuntime browser, TimeProvider clock) : IAsyncDisposable
{
    private const string Script = "./_content/UptimeSquirrel.Web/dashboard.js";

    private IJSObjectReference? _module;
    private DotNetObjectReference<Viewer>? _self;

    /// <summary>Something about the viewer is different now.</summary>
    public event Action? Changed;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public Appearance Appearance { get; private set; }

    public bool PrefersDark { get; private set; }

    /// <summary>Whether the page is in front; one in the background is not kept up to date.</summary>
    public bool IsLooking { get; private set; } = true;

    public bool IsDark => Appearance == Appearance.Dark || (Appearance == Appearance.System && PrefersDark);

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task MeetAsync()
    {
        _module = await browser.InvokeAsync<IJSObjectReference>("import", Script);
        _self = DotNetObjectReference.Create(this);
        var met = await _module.InvokeAsync<Introduction>("meet", _self);
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(met.Zone ?? "", out var zone) ? zone : TimeZoneInfo.Utc;
        Appearance = Enum.TryParse<Appearance>(met.Appearance, ignoreCase: true, out var appearance) ? appearance : Appearance.System;
        (PrefersDark, IsLooking) = (met.PrefersDark, met.IsLooking);
    }

    public async Task ChooseAsync(Appearance appearance)
    {
        Appearance = appearance;
        Changed?.Invoke();
        if (_module is not null)
            await _module.InvokeVoidAsync("remember", appearance.ToString());
    }

    [JSInvokable]
    public void Tell(bool isLooking, bool prefersDark)
    {
        (IsLooking, PrefersDark) = (isLooking, prefersDark);
        Changed?.Invoke();
    }

    /// <summary>A moment by the viewer's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>A moment by the viewer's clock, as short as it may be.</summary>
    public string Show(DateTimeOffset moment)
    {
        var local = Local(moment);
        var now = Local(Now);
        var format = local.Date == now.Date ? "HH:mm:ss" : local.Year == now.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm";
        return local.ToString(format, CultureInfo.CurrentCulture);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("leave");
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone already.
        }
        _self?.Dispose();
    }

    private sealed record Introduction(string? Zone, string? Appearance, bool PrefersDark, bool IsLooking);
}
