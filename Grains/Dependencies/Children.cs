using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>Which websites went down with the one they depend on.</summary>
/// <remarks>Kept in memory only: each of them says so again with each of its checks.</remarks>
internal sealed class Children
{
    private const int MostNames = 20;

    private readonly HashSet<WebsiteId> _all = [];
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public void Add(ChildNote child)
    {
        if (!_all.Add(child.Id))
            return;
        _names.Add(child.Name);
        if (_names.Count > MostNames)
            _names.Remove(_names.Max!);
    }

    public Companions Describe() => new(_all.Count, [.. _names]);
}
