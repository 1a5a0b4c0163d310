namespace UptimeSquirrel.Web.Dashboard.Parts;

/// <summary>Which page of a list is on show, where every page is found by where the one before ended: so page 2,000 costs what page 1 does.</summary>
/// <typeparam name="T">What says where a page ended; null where nothing comes before, or after.</typeparam>
internal sealed class Leaves<T>
{
    private readonly Stack<T?> _turned = new();

    /// <summary>Where the page before this one ended; null on the first.</summary>
    public T? After { get; private set; }

    /// <summary>Where this page ends; null on the last.</summary>
    public T? Next { get; set; }

    /// <summary>How many pages come before this one.</summary>
    public int Before => _turned.Count;

    public bool HasNext => Next is not null;

    public bool HasPrevious => Before > 0;

    /// <summary>Goes to the next page, or back.</summary>
    public void Turn(bool isForward)
    {
        if (isForward)
        {
            _turned.Push(After);
            After = Next;
        }
        else
        {
            After = _turned.Pop();
        }
    }

    /// <summary>Goes to the first page: it is another list now.</summary>
    public void Begin()
    {
        _turned.Clear();
        After = default;
    }
}
