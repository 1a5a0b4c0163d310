using UptimeSquirrel.Adapters.Templates;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.House;

namespace UptimeSquirrel.Tests.Templates;

public sealed class TemplateDeskTests
{
    private static readonly ChannelKind _chat = new("slack", "", []);
    private static readonly ChannelKind _webhook = new("webhook", "", []) { AlertsPerMessage = 100, IsJson = true };
    private static readonly ChannelKind _onCall = new("pagerduty", "", []) { AlertsPerMessage = 1 };

    private readonly TemplateDesk _desk = new(new FluidTemplates());

    [Fact]
    public void Shows_how_an_outage_its_end_several_and_a_test_would_read()
    {
        var previews = _desk.Preview(_chat, new StoredTemplate("[shop] {{ subject }}", "{{ website.name | default: 'several' }}\n{{ explanation }}"));

        previews.Select(preview => $"{preview.Occasion}: {preview.Subject}").ShouldBe(
        [
            "an outage: [shop] DOWN: Web shop (shop.example)",
            "its end: [shop] UP again: Web shop (shop.example), down for 4 min",
            "several alerts together: [shop] 3 websites down since 10:02 UTC",
            "a test of the channel: [shop] TEST from UptimeSquirrel",
        ]);
        previews[0].Body.ShouldBe("Web shop\nThe server answered 503 (Service Unavailable) after 0.4 s.");
        previews[2].Body.ShouldStartWith("several\n");
        _desk.Preview(_onCall, null).Select(preview => preview.Occasion).ShouldNotContain("several alerts together");
    }

    [Fact]
    public void Refuses_a_template_that_cannot_be_read_with_line_and_column()
    {
        _desk.Problems(_chat, "{{ subject", "one\n{% if several %}").ShouldBe(
        [
            "The subject cannot be read. Line 1, column 11: End of tag '}}' was expected.",
            "The body cannot be read. Line 2, column 17: '{% endif %}' was expected.",
        ]);
    }

    [Fact]
    public void Refuses_a_template_that_fails_with_one_of_the_made_up_alerts()
    {
        _desk.Problems(_chat, null, "{% if several %}{{ 1 | divided_by: 0 }}{% endif %}x").Single().ShouldStartWith("With several alerts together it fails. Body: ");
        _desk.Problems(_chat, "{{ website.name }}", null).ShouldBe(
            ["With several alerts together it fails. Subject: It came out empty.", "With a test of the channel it fails. Subject: It came out empty."]);
        _desk.Problems(_webhook, null, "{\"text\":{{ website.name }}}").ShouldNotBeEmpty();
        _desk.Problems(_webhook, null, "{\"text\":\"{{ subject }}\",\"all\":[{% for one in alerts %}\"{{ one.subject }}\"{% unless forloop.last %},{% endunless %}{% endfor %}]}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_name_tag_and_filter_is_in_the_documentation()
    {
        var page = Repository.Read("docs/templates.md");

        foreach (var (name, value) in TemplateNames.All)
            foreach (var path in value is IReadOnlyDictionary<string, object?> members ? members.Keys.Select(member => $"{name}.{member}") : [name])
                page.ShouldContain($"`{path}`");
        foreach (var word in TemplateWords.Tags.Concat(TemplateWords.Filters))
            page.ShouldContain($"`{word}`");
    }

    [Fact]
    public void Templates_are_in_the_book_that_is_read_while_the_database_is_away()
    {
        var state = new OwnerState { Templates = { ["slack"] = new StoredTemplate("x", null) } };

        OwnerContacts.FromJson(OwnerContacts.Of(state).ToJson()).Templates["slack"].ShouldBe(new StoredTemplate("x", null));
        OwnerContacts.FromJson("""{"emails":[]}""").Templates.ShouldBeEmpty();
    }
}
