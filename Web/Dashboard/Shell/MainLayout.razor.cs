using Microsoft.AspNetCore.Components.Web;

namespace UptimeSquirrel.Web.Dashboard.Shell;

/// <summary>The frame around every page.</summary>
public sealed partial class MainLayout
{
    private bool _hasMet;
    private bool _isOpen = true;
    private ErrorBoundary? _boundary;

    /// <inheritdoc/>
    public void Dispose() => Viewer.Changed -= Refresh;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Viewer.Changed += Refresh;
        await Viewer.MeetAsync();
        _hasMet = true;
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => _boundary?.Recover();

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
