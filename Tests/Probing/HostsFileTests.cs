using System.Net;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Probing;

public sealed class HostsFileTests : IDisposable
{
    private static readonly DateTime Monday = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly string _path;
    private readonly HostsFile _file;

    public HostsFileTests()
    {
        _path = Path.Combine(_folder.Path, "hosts");
        _file = new HostsFile(_path, _clock);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("10.0.0.1 a.example", "10.0.0.1")]
    [InlineData("10.0.0.1\tb.example\t A.Example   # a.example", "10.0.0.1")]
    [InlineData("10.0.0.1 a.example\r\n2001:db8::1 a.example\r\n10.0.0.1 a.example", "10.0.0.1 2001:db8::1")]
    [InlineData("10.0.0.1 a.example.", "10.0.0.1")]
    [InlineData("# 10.0.0.1 a.example", "")]
    [InlineData("10.0.0.1 #a.example", "")]
    [InlineData("a.example 10.0.0.1", "")]
    [InlineData("999.0.0.1 a.example\n10.0.0.2 a.example", "10.0.0.2")]
    [InlineData("10.0.0.1", "")]
    [InlineData("", "")]
    public void Is_read_as_the_system_reads_it(string text, string addresses) =>
        string.Join(" ", (IEnumerable<IPAddress>)HostsTable.Parse(text.Split('\n'), Monday).Names.GetValueOrDefault("a.example", [])).ShouldBe(addresses);

    [Fact]
    public void A_file_that_is_not_there_knows_nobody() => _file.Find("a.example").ShouldBeNull();

    [Fact]
    public void A_change_is_noticed_after_half_a_minute()
    {
        Write("10.0.0.1 a.example", Monday);
        _file.Find("a.example").ShouldBe([IPAddress.Parse("10.0.0.1")]);
        Write("10.0.0.2 a.example", Monday.AddSeconds(1));

        _clock.Advance(TimeSpan.FromSeconds(29));
        _file.Find("a.example").ShouldBe([IPAddress.Parse("10.0.0.1")]);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _file.Find("a.example").ShouldBe([IPAddress.Parse("10.0.0.2")]);
    }

    [Fact]
    public void A_file_that_has_not_changed_is_not_read_again()
    {
        Write("10.0.0.1 a.example", Monday);
        var before = _file.Find("a.example");
        _clock.Advance(TimeSpan.FromMinutes(1));

        _file.Find("a.example").ShouldBeSameAs(before);
    }

    private void Write(string text, DateTime stamp)
    {
        File.WriteAllText(_path, text);
        File.SetLastWriteTimeUtc(_path, stamp);
    }
}
