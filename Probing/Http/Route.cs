using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Where a look has been and where it goes next.</summary>
internal sealed class Route(Uri start)
{
    internal const int MaximumRedirects = 5;
    private const int MaximumLength = 8192;
    private readonly List<string> _visited = [start.AbsoluteUri];

    public Uri Current { get; private set; } = start;

    /// <summary>Where redirects led; null when there were none.</summary>
    public string? FinalUrl => _visited.Count > 1 ? CleanText.Of(_visited[^1], 2048) : null;

    /// <summary>Whether a redirect led from https to http.</summary>
    public bool IsDowngraded { get; private set; }

    /// <summary>Follows one redirect, or says why it cannot be followed.</summary>
    public (FailureKind Kind, string Detail) Follow(string? location)
    {
        if (string.IsNullOrWhiteSpace(location))
            return (FailureKind.BadRedirect, "redirect without a Location");
        if (location.Length > MaximumLength)
            return (FailureKind.BadRedirect, $"redirect to an address of {location.Length} characters");
        if (Resolve(location.Trim()) is not { } next)
            return (FailureKind.BadRedirect, "redirect to " + CleanText.Of(location, 100));
        if (_visited.Contains(next.AbsoluteUri))
            return (FailureKind.RedirectLoop, $"redirect back to {CleanText.Of(next.AbsoluteUri, 200)} (we keep no cookies)");
        if (_visited.Count > MaximumRedirects)
            return (FailureKind.TooManyRedirects, $"more than {MaximumRedirects} redirects, the next to {CleanText.Of(next.AbsoluteUri, 200)}");
        _visited.Add(next.AbsoluteUri);
        IsDowngraded |= Current.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp;
        Current = next;
        return (FailureKind.None, "");
    }

    private Uri? Resolve(string location)
    {
        try
        {
            // A rooted path is an absolute file address to this class on Unix, unless it is told that it is relative.
            var kind = location.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
            if (!Uri.TryCreate(location, kind, out var target) || !Uri.TryCreate(Current, target, out var next))
                return null;
            if ((next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps) || next.Host.Length == 0 || next.Port == 0)
                return null;

            // Somebody else's user name and password are not ours to send, and a name has one spelling.
            return new UriBuilder(next) { UserName = "", Password = "", Fragment = "", Host = next.IdnHost }.Uri;
        }
        catch (Exception e) when (e is UriFormatException or IndexOutOfRangeException)
        {
            // The framework's parser runs over the end of some addresses of files.
            return null;
        }
    }
}
