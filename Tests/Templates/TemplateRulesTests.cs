using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Templates;

public sealed class TemplateRulesTests
{
    private static readonly ChannelKind _chat = new("slack", "", []);
    private static readonly ChannelKind _sms = new("sms-http", "", []) { Medium = ChannelMedium.Text };
    private static readonly ChannelKind _webhook = new("webhook", "", []) { Medium = ChannelMedium.Program, IsJson = true };
    private static readonly AlertMessage _usual = AlertWriter.Write(Alerts.Outage());

    [Fact]
    public void Puts_the_owners_words_in_place_of_the_usual()
    {
        var (words, problem) = TemplateRules.Apply(_usual, _chat, Made("  [shop]\r\nDOWN "), Made("\n\nfirst\r\n\n\n\nsecond\n"));

        problem.ShouldBeNull();
        words.Subject.ShouldBe("[shop] DOWN");
        words.Own.ShouldBe(["first", "", "second"]);
        words.Remark.ShouldBeNull();
    }

    [Fact]
    public void Leaves_as_usual_what_has_no_template()
    {
        TemplateRules.Apply(_usual, _chat, Made("x"), null).Words.ShouldBe(_usual with { Subject = "x" });
        TemplateRules.Apply(_usual, _chat, null, Made("x")).Words.Subject.ShouldBe(_usual.Subject);
    }

    [Theory]
    [InlineData(null, "It took too many steps.", "Body: It took too many steps.")]
    [InlineData(" \n ", null, "Body: It came out empty.")]
    public void Says_in_the_last_line_why_the_usual_words_are_sent(string? text, string? trouble, string expected)
    {
        var (words, problem) = TemplateRules.Apply(_usual, _chat, Made("[shop]"), new FilledTemplate(text, trouble));

        problem.ShouldBe(expected);
        words.Subject.ShouldBe("[shop]");
        words.Own.ShouldBeNull();
        words.Remark.ShouldBe($"Your template could not be used, so these are the usual words. {expected}");
        words.Brief.ShouldEndWith(" (Your template failed.)");
        words.Brief.Length.ShouldBeLessThan(160);
    }

    [Fact]
    public void A_text_message_is_one_line_of_less_than_160_characters()
    {
        TemplateRules.Apply(_usual, _sms, null, Made("one\n\ntwo")).Words.Brief.ShouldBe("one two");
        TemplateRules.Apply(_usual, _sms, null, Made(new string('x', 500))).Words.Brief.Length.ShouldBe(159);
    }

    [Theory]
    [InlineData("""{"text":"x"}""", null)]
    [InlineData("{\"text\":\n  x}", "Body: What it made is not JSON: line 2, column 3.")]
    public void What_a_webhook_gets_is_json_or_as_usual(string made, string? problem)
    {
        var applied = TemplateRules.Apply(_usual, _webhook, null, Made(made));

        applied.Problem.ShouldBe(problem);
        applied.Words.Json.ShouldBe(problem is null ? made : null);
    }

    [Fact]
    public void Says_what_a_template_may_not_be()
    {
        TemplateRules.Problems(_chat, null, null).ShouldBe(["Neither a subject nor a body was given: expected at least one of them."]);
        TemplateRules.Problems(_chat, new string('x', 501), new string('x', 4_001)).ShouldBe(
            ["The subject has 501 characters: expected at most 500.", "The body has 4001 characters: expected at most 4000."]);
        TemplateRules.Problems(_webhook, "x", null).ShouldBe(["A message over a channel of the kind 'webhook' has no subject: expected a body alone."]);
        TemplateRules.Problems(_chat, new string('x', 500), new string('x', 4_000)).ShouldBeEmpty();
    }

    private static FilledTemplate Made(string text) => new(text, null);
}
