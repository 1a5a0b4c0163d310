using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace UptimeSquirrel.Web.Dashboard.Shell;

/// <summary>The frame around every page.</summary>
public sealed partial class MainLayout
{
    private bool _hasMet;
    private bool _isOpen = true;
    private ErrorBoundary? _boundary;
    private ElementReference _content;

    private string Here => Navigation.Uri + "#content";

    /// <inheritdoc/>
    public void Dispose()
    {
        Viewer.Changed -= Refresh;
        Navigation.LocationChanged -= TryAgain;
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Viewer.Changed += Refresh;
        Navigation.LocationChanged += TryAgain;
        await Viewer.MeetAsync();
        _hasMet = true;
    }

    // A link within the page would be taken for one to the front page, because of the base address.
    private async Task SkipAsync() => await _content.FocusAsync();

    // A page that failed says nothing about the next one.
    private void TryAgain(object? sender, LocationChangedEventArgs next) => _boundary?.Recover();

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
