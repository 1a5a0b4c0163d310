namespace UptimeSquirrel.Web.Dashboard.Parts;

/// <summary>Which page of a list is on show.</summary>
public interface ILeaves
{
    /// <summary>How many pages come before this one.</summary>
    int Before { get; }

    /// <summary>Whether there are more.</summary>
    bool HasNext { get; }

    /// <summary>Goes to the next page, or back.</summary>
    void Turn(bool isForward);
}

/// <summary>Which page of a list is on show, where every page is found by where the one before ended: so page 2,000 costs what page 1 does.</summary>
/// <typeparam name="T">What says where a page ended; null where nothing comes before, or after.</typeparam>
internal sealed class Leaves<T> : ILeaves
{
    private readonly Stack<T?> _turned = new();

    /// <summary>Where the page before this one ended; null on the first.</summary>
    public T? After { get; private set; }

    /// <summary>Where this page ends; null on the last.</summary>
    public T? Next { get; set; }

    /// <inheritdoc/>
    public int Before => _turned.Count;

    /// <inheritdoc/>
    public bool HasNext => Next is not null;

    /// <inheritdoc/>
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
