using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>A list that is read page by page.</summary>
public sealed class LeavesTests
{
    private readonly Leaves<string> _leaves = new() { Next = "b" };

    [Fact]
    public void Whoever_turns_back_comes_where_they_were()
    {
        (_leaves.After, _leaves.Before, _leaves.HasNext).ShouldBe((null, 0, true));
        _leaves.Turn(isForward: true);
        _leaves.Next = "c";
        _leaves.Turn(isForward: true);
        _leaves.Next = null;
        (_leaves.After, _leaves.Before, _leaves.HasNext).ShouldBe(("c", 2, false));

        _leaves.Turn(isForward: false);
        _leaves.After.ShouldBe("b");
        _leaves.Turn(isForward: false);
        (_leaves.After, _leaves.Before).ShouldBe((null, 0));
    }

    [Fact]
    public void Another_list_begins_at_its_first_page()
    {
        _leaves.Turn(isForward: true);

        _leaves.Begin();

        (_leaves.After, _leaves.Before).ShouldBe((null, 0));
    }
}
