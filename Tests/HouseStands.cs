namespace UptimeSquirrel.Tests;

public sealed class HouseStands
{
    [Fact]
    public void Is_a_house() => true.ShouldBeTrue();
}
