using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Tests.Looks;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("status", "status")]
    [InlineData("$.status", "status")]
    [InlineData("data.status", "data status")]
    [InlineData("$.checks[0].state", "checks 0 state")]
    [InlineData("[2]", "2")]
    [InlineData("$[2][0]", "2 0")]
    [InlineData("data['a name'].x", "data|a name|x")]
    [InlineData("$['a]b']", "a]b")]
    [InlineData("""$["it's"]""", "it's")]
    public void A_path_is_names_and_numbers(string text, string steps)
    {
        JsonPath.TryRead(text, out var read).ShouldBeTrue();

        string.Join(steps.Contains('|', StringComparison.Ordinal) || text.Contains('\'', StringComparison.Ordinal) ? '|' : ' ', read).ShouldBe(steps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[]")]
    [InlineData("a[x]")]
    [InlineData("a[-1]")]
    [InlineData("a[*]")]
    [InlineData("a.*")]
    [InlineData("a['b]")]
    [InlineData("a['b'")]
    [InlineData("a]b")]
    [InlineData("a[99999999999]")]
    public void Anything_else_is_none(string text) => JsonPath.TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("status=ok", "status", "ok")]
    [InlineData("status = ok ", "status", "ok")]
    [InlineData("status", "status", null)]
    [InlineData("status=", "status", "")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("data['x=y']=z", "data['x=y']", "z")]
    public void A_value_follows_the_first_equals_sign_that_is_not_quoted(string text, string path, string? value)
    {
        JsonExpectation.TryParse(text, out var expectation, out _).ShouldBeTrue();

        (expectation.Path, expectation.Value).ShouldBe((path, value));
    }

    [Fact]
    public void What_is_not_one_is_named_with_an_example()
    {
        JsonExpectation.TryParse("=ok", out _, out var problem).ShouldBeFalse();

        problem.ShouldBe("'=ok' is not a JSON value to expect: expected something like status=ok or $.checks[0].state=up.");
    }
}
