using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Where a look has been and where it goes next.</summary>
internal sealed class Route(Uri start)
{
    internal const int MaximumRedirects = 5;
    internal const string Elsewhere = "redirect to another server, ";
    private const int MaximumLength = 8192;
    private readonly Uri _home = start;
    private readonly List<string> _visited = [start.AbsoluteUri];

    public Uri Current { get; private set; } = start;

    /// <summary>Where redirects led; null when there were none.</summary>
    public string? FinalUrl => _visited.Count > 1 ? CleanText.Of(_visited[^1], 2048) : null;

    /// <summary>Whether a redirect led from https to http.</summary>
    public bool IsDowngraded { get; private set; }

    /// <summary>Whether it never left the server that its owner named: what lets people in is sent to that one only.</summary>
    public bool IsAtHome { get; private set; } = true;

    /// <summary>Follows one redirect, or says why it cannot be followed.</summary>
    /// <param name="location">Where it leads.</param>
    /// <param name="mayLeave">Whether another server than the one its owner named may be asked.</param>
    public (FailureKind Kind, string Detail) Follow(string? location, bool mayLeave = true)
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
        if (!mayLeave && !IsSameServer(_home, next))
            return (FailureKind.BadRedirect, Elsewhere + CleanText.Of(next.AbsoluteUri, 200));
        _visited.Add(next.AbsoluteUri);
        IsDowngraded |= Current.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp;
        IsAtHome &= IsSameServer(_home, next);
        Current = next;
        return (FailureKind.None, "");
    }

    // From http to https on the usual ports is the same server, better protected; the way back is not.
    private static bool IsSameServer(Uri home, Uri next) =>
        home.IdnHost.Equals(next.IdnHost, StringComparison.OrdinalIgnoreCase) &&
        ((home.Scheme == next.Scheme && home.Port == next.Port) ||
         (home is { Scheme: "http", IsDefaultPort: true } && next is { Scheme: "https", IsDefaultPort: true }));

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
