using CsCheck;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("anna@shop.example", "anna@shop.example")]
    [InlineData(" Anna@Shop.Example ", "Anna@shop.example")]
    [InlineData("anna+shop@shop.example", "anna+shop@shop.example")]
    [InlineData("o'brien@shop.example", "o'brien@shop.example")]
    [InlineData("root@localhost", "root@localhost")]
    public void Is_taken_as_people_write_it(string text, string expected) => EmailAddress.Parse(text).Text.ShouldBe(expected);

    [Theory]
    [InlineData(null, "''")]
    [InlineData("anna", "'anna'")]
    [InlineData("@shop.example", "'@shop.example'")]
    [InlineData("anna@", "'anna@'")]
    [InlineData("an na@shop.example", "'an na@shop.example'")]
    [InlineData(".anna@shop.example", "'.anna@shop.example'")]
    [InlineData("anna.@shop.example", "'anna.@shop.example'")]
    [InlineData("an..na@shop.example", "'an..na@shop.example'")]
    [InlineData("anna@bert@shop.example", "'anna@bert@shop.example'")]
    [InlineData("{anna}@shop.example", "'{anna}@shop.example'")]
    [InlineData("Anna <anna@shop.example>", "'Anna <anna@shop.example>'")]
    [InlineData("anna@-shop.example", "'anna@-shop.example'")]
    [InlineData("anna@shop-.example", "'anna@shop-.example'")]
    [InlineData("anna@shop..example", "'anna@shop..example'")]
    [InlineData("anna@shop.example\r\nBcc: x@y", "'anna@shop.example\uFFFD\uFFFDBcc: x@y'")]
    public void Says_what_is_wrong(string? text, string quoted)
    {
        EmailAddress.TryParse(text, out var address, out var problem).ShouldBeFalse();

        (address, problem).ShouldBe((null, $"{quoted} is not an e-mail address: expected name@host."));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Has_at_most_64_characters_before_the_at(int length, bool isGood) =>
        EmailAddress.TryParse(new string('a', length) + "@shop.example", out _, out _).ShouldBe(isGood);

    [Fact]
    public void What_is_taken_is_safe_in_a_mail_header_and_stays_as_it_is() =>
        Gen.String[Gen.Char["aZ9.-_+@{}<>\" ,;:\r\n\u00e4"], 1, 20].Sample(text =>
            !EmailAddress.TryParse(text, out var address, out _) ||
            (address.Text.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or '"' or ',' or ';' or ':' or '{' or '}')) &&
             EmailAddress.Parse(address.Text) == address));
}
