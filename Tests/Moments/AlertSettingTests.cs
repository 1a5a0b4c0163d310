using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Tests.Moments;

public sealed class AlertSettingTests
{
    [Theory]
    [InlineData("1", null)]
    [InlineData("3600,21600", null)]
    [InlineData("2592000", null)]
    [InlineData("0.5", "Alerts:Reminders:0 is 00:00:00.5000000; expected 00:00:01 to 30.00:00:00.")]
    [InlineData("2592001", "Alerts:Reminders:0 is 30.00:00:01; expected 00:00:01 to 30.00:00:00.")]
    [InlineData("60,60", "Alerts:Reminders:1 is 00:01:00; expected more than the one before, 00:01:00.")]
    public void Reminders_come_one_after_the_other(string seconds, string? problem) => AlertSettingRules.Problems(new AlertOptions
    {
        Reminders = [.. seconds.Split(',').Select(text => TimeSpan.FromSeconds(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))],
    }).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData("", true)]
    [InlineData("https://monitor.example.org", true)]
    [InlineData("http://10.0.0.5:8080/squirrel/", true)]
    [InlineData("monitor.example.org", false)]
    [InlineData("ftp://monitor.example.org", false)]
    [InlineData("https://monitor.example.org/?a=1", false)]
    public void The_address_of_links_is_one(string address, bool isGood) => AlertSettingRules.Problems(new AlertOptions { PublicUrl = address }).Any().ShouldBe(!isGood);
}
