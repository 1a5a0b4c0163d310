using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Tests.Moments;

public sealed class WeekDaysTests
{
    [Theory]
    [InlineData("mon-fri", "mon tue wed thu fri")]
    [InlineData("sat,sun", "sat sun")]
    [InlineData("Fri-Mon", "mon fri sat sun")]
    [InlineData("wed", "wed")]
    [InlineData("sun, mon-tue", "mon tue sun")]
    public void Days_are_typed_as_people_do(string text, string days)
    {
        WeekDays.TryParse(text, out var read, out _).ShouldBeTrue();

        string.Join(' ', read!.Days.Select(WeekDays.NameOf)).ShouldBe(days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mon-")]
    [InlineData("mon-wed-fri")]
    [InlineData("someday")]
    public void Others_are_said_to_be_none(string text)
    {
        WeekDays.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe($"'{text}' are no days: expected something like mon-fri or sat,sun.");
    }
}
