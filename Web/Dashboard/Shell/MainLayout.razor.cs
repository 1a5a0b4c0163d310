using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace UptimeSquirrel.Web.Dashboard.Shell;

/// <summary>The frame around every page.</summary>
public sealed partial class MainLayout
{
    private bool _hasMet;
    private bool _isOpen = true;
    private ErrorBoundary? _boundary;

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

    // A page that failed says nothing about the next one.
    private void TryAgain(object? sender, LocationChangedEventArgs next) => _boundary?.Recover();

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
