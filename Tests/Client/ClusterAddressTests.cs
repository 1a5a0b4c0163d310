using UptimeSquirrel.Client;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Client;

public sealed class ClusterAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:30000", "127.0.0.1:30000")]
    [InlineData("silo.example", "silo.example:30000")]
    [InlineData("a.example:1, b.example:2", "a.example:1, b.example:2")]
    [InlineData("[::1]:4", "[::1]:4")]
    public void A_gateway_is_a_host_and_perhaps_a_port(string text, string description)
    {
        ClusterAddress.TryParse(text, out var address, out _).ShouldBeTrue();

        address!.Description.ShouldBe(description);
        address.ConnectionString.ShouldBeNull();
    }

    [Fact]
    public void A_connection_string_is_described_without_its_password()
    {
        ClusterAddress.TryParse("Host=db.example;Database=squirrel;Username=me;Password=hush", out var address, out _).ShouldBeTrue();

        address!.Description.ShouldBe("the database squirrel on db.example:5432");
        address.Gateways.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a:0")]
    [InlineData("a:70000")]
    [InlineData("a,")]
    [InlineData("me@a")]
    [InlineData("http://a")]
    public void Anything_else_is_a_mistake(string text) => ClusterAddress.TryParse(text, out _, out _).ShouldBeFalse();

    [Fact]
    public void Every_kind_of_failure_has_its_exit_code()
    {
        Failure.Of(new CallerMistakeException("a")).ShouldBe(new Failure("a", 2));
        Failure.Of(new NoListException("a")).ShouldBe(new Failure("a", 2));
        Failure.Of(new ClusterUnreachableException("b")).ShouldBe(new Failure("b", 3));
        Failure.Of(new OperationCanceledException()).ShouldBe(new Failure(null, 130));
        Failure.Of(new InvalidOperationException("c")).ShouldBe(new Failure("Something unforeseen happened, please report it: InvalidOperationException: c", 70));
    }
}
