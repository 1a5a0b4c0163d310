using CsCheck;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class OwnerIdTests
{
    [Theory]
    [InlineData("anna", "anna")]
    [InlineData(" Anna ", "anna")]
    [InlineData("team-1_a.b", "team-1_a.b")]
    [InlineData("Anna@Shop.Example", "anna@shop.example")]
    [InlineData("0", "0")]
    public void Is_a_handle_or_an_address_in_lower_case(string text, string expected) => OwnerId.Parse(text).Text.ShouldBe(expected);

    [Theory]
    [InlineData(null, "''")]
    [InlineData(" ", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("{x}", "'{x}'")]
    [InlineData("a/b", "'a/b'")]
    [InlineData("käthe", "'käthe'")]
    [InlineData("anna@", "'anna@'")]
    [InlineData("a\u0007b", "'a\uFFFDb'")]
    public void Says_what_is_wrong(string? text, string quoted)
    {
        OwnerId.TryParse(text, out var owner, out var problem).ShouldBeFalse();

        (owner, problem).ShouldBe((null, $"{quoted} is not an owner: expected 1 to 64 letters, digits, '.', '-' or '_', or an e-mail address."));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Has_at_most_64_characters(int length, bool isGood) => OwnerId.TryParse(new string('a', length), out _, out _).ShouldBe(isGood);

    [Fact]
    public void Has_a_grain_key_that_cannot_be_taken_for_a_number() => OwnerId.Parse("cafe").GrainKey.ShouldBe("owner:cafe");

    [Theory]
    [InlineData("cafe")]
    [InlineData("owner:")]
    [InlineData("owner:a b")]
    public void Is_not_read_from_a_key_it_did_not_make(string key) => Should.Throw<FormatException>(() => OwnerId.FromGrainKey(key));

    [Fact]
    public void Comes_back_from_its_grain_key_and_its_text() =>
        Gen.String[Gen.Char["aZ09.-_@+{} "], 1, 20].Sample(text =>
            !OwnerId.TryParse(text, out var owner, out _) || (OwnerId.FromGrainKey(owner.GrainKey) == owner && OwnerId.Parse(owner.Text) == owner));
}
