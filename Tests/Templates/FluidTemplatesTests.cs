using UptimeSquirrel.Adapters.Templates;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Templates;

public sealed class FluidTemplatesTests
{
    private static readonly FluidTemplates _templates = new();
    private static readonly IReadOnlyDictionary<string, object?> _facts = TemplateFactsWriter.Write(LetterWriter.Write(Alerts.Outage(), "slack-1"));

    [Theory]
    [InlineData("{{ website.name }} at {{ website.host }}", "Shop at shop.example")]
    [InlineData("{{ type }} {{ severity }} {{ count }} {{ is_over }} {{ several }}", "down critical 1 false false")]
    [InlineData("{{ incident.started_at }}, {{ incident.failed_checks }} checks", "23 Nov 2026 10:02:13 UTC, 3 checks")]
    [InlineData("{% if incident.ended_at %}over{% else %}open{% endif %}", "open")]
    [InlineData("{% for fact in facts %}{{ fact.label }};{% endfor %}", "Address;Down since;Confirmed;Technical cause;")]
    [InlineData("{% assign n = website.name | upcase %}{{ n | append: '!' }}", "SHOP!")]
    [InlineData("{{ alerts | map: 'subject' | join: ', ' }}", "DOWN: Shop (shop.example)")]
    [InlineData("{{ website.name | truncate: 3 }}{{ 2 | times: 3 }}{% comment %}no{% endcomment %}{% raw %}{{ x }}{% endraw %}", "...6{{ x }}")]
    public void Fills_in_what_a_template_may_name(string template, string expected)
    {
        _templates.Problem(template).ShouldBeNull();
        _templates.Fill(template, _facts, isJson: false).ShouldBe(new FilledTemplate(expected, null));
    }

    [Theory]
    [InlineData("one\ntwo {{ website.name", "Line 2, column ")]
    [InlineData("{% if several %}x", "Line 1, column ")]
    [InlineData("{% include 'other' %}", "Line 1, column ")]
    [InlineData("{% render 'other' %}", "Line 1, column ")]
    [InlineData("{% capture x %}y{% endcapture %}", "Line 1, column ")]
    [InlineData("{{ webiste.name }}", "There is no 'webiste': expected one of alerts, brief, count, ")]
    [InlineData("{{ website.nmae }}", "There is no 'nmae' in 'website': expected one of host, name, url.")]
    [InlineData("{% for one in alerts %}{{ one.website.nmae }}{% endfor %}", "There is no 'nmae' in 'one': expected one of host, name, url.")]
    [InlineData("{{ subject | raw }}", "There is no filter 'raw': expected one of append, ")]
    [InlineData("{% for i in (1..1000000000) %}x{% endfor %}", "Ranges such as (1..9) cannot be used here.")]
    public void Says_what_is_wrong_with_a_template_and_where(string template, string expected) => _templates.Problem(template)!.ShouldStartWith(expected);

    [Theory]
    [InlineData("{% assign a = brief %}{% for x in facts %}{% for y in facts %}{% for z in facts %}{% assign a = a | append: a %}{% endfor %}{% endfor %}{% endfor %}{{ a }}")]
    [InlineData("{% assign a = brief %}{% for x in facts %}{% for y in facts %}{% assign a = a | replace: 'e', a %}{% endfor %}{% endfor %}{{ a }}")]
    [InlineData("{% for a in facts %}{% for b in facts %}{% for c in facts %}{% for d in facts %}{% for e in facts %}{% for f in facts %}{% for g in facts %}{{ explanation }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in facts %}{% for b in facts %}{% for c in facts %}{% for d in facts %}{% for e in facts %}{% for f in facts %}{% for g in facts %}{% if several %}x{% endif %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}")]
    [InlineData("{{ 1 | divided_by: 0 }}")]
    public void Ends_whatever_a_template_does(string template)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var filled = _templates.Fill(template, _facts, isJson: false);

        filled.Text.ShouldBeNull();
        filled.Problem.ShouldNotBeNullOrEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
    }

    [Theory]
    [InlineData("{{ [", "", 1_000)]
    [InlineData("{{ (", "", 1_000)]
    [InlineData("{% if several %}", "", 240)]
    [InlineData("{% if several %}{% for a in alerts %}", "", 120)]
    [InlineData("{{ a", " and a", 600)]
    [InlineData("{% if count", " and count", 390)]
    [InlineData("{% if a", " and a", 660)]
    [InlineData("{{ several", " | default: several", 200)]
    [InlineData("{{ website", ".a", 1_900)]
    [InlineData("{{ alerts", "[0]", 1_300)]
    public void Does_not_run_out_of_stack_whatever_stands_in_a_template(string start, string more, int times)
    {
        var template = more.Length > 0 ? start + string.Concat(Enumerable.Repeat(more, times)) + (start.StartsWith("{%", StringComparison.Ordinal) ? " %}x{% endif %}" : " }}") : string.Concat(Enumerable.Repeat(start, times));
        template = template[..Math.Min(template.Length, Owners.OwnerTemplate.LongestBody)];

        // A quarter of what a thread of a silo has.
        Exception? trouble = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    _templates.Fill(template, _facts, isJson: false);
                }
                catch (Exception e)
                {
                    trouble = e;
                }
            },
            maxStackSize: 384 * 1024);
        thread.Start();
        thread.Join();

        trouble.ShouldBeNull();
    }

    [Theory]
    [InlineData("{{ website.name | append: '' | upcase }}")]
    [InlineData("{{ alerts | map: 'website' | map: 'name' | first | upcase }}")]
    [InlineData("{{ alerts | map: 'website' | map: 'name' | join: '' | upcase }}")]
    [InlineData("{{ alerts | map: 'website' | map: 'name' }}")]
    [InlineData("{% assign names = alerts | map: 'website' | map: 'name' %}{{ names }}")]
    [InlineData("{% if several %}{% else %}{% for a in alerts %}{% unless several %}{% case count %}{% when 1 %}{{ alerts | map: 'website' | map: 'name' }}{% endcase %}{% endunless %}{% endfor %}{% endif %}")]
    public void Escapes_every_fact_in_json(string place)
    {
        var facts = TemplateFactsWriter.Write(LetterWriter.Write(Alerts.Outage("\",\"ADMIN\":\"\\"), "webhook-1"));

        var json = _templates.Fill($"{{\"text\":\"{place}\"}}", facts, isJson: true).Text!;

        System.Text.Json.JsonDocument.Parse(json).RootElement.EnumerateObject().ShouldHaveSingleItem().Value.GetString().ShouldBe("\",\"ADMIN\":\"\\");
    }

    [Fact]
    public void A_list_that_is_written_in_a_message_of_text_is_its_entries_one_after_the_other()
    {
        _templates.Fill("{{ facts | map: 'label' }} {{ count }} {{ is_over }} {{ incident.ended_at }}", _facts, isJson: false)
            .ShouldBe(new FilledTemplate("AddressDown sinceConfirmedTechnical cause 1 false ", null));
    }
}
