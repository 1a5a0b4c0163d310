using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Silo.Links;
using UptimeSquirrel.Tests.Decisions;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

public sealed class LinkPageTests
{
    private static readonly DateTimeOffset _now = Utc("2026-11-23 10:00");
    private static readonly LinkOrder _order = new("id-1", LinkAction.Acknowledge, "anna@example.org", _now);
    private static readonly OpenIncident _open = new() { Id = "id-1", Website = Film.Id, Url = Film.Url, StartedAt = _now, ToldAt = _now };

    [Fact]
    public void Only_a_page_with_something_to_do_has_a_button()
    {
        LinkPage.Write(LinkPage.Ask(_order, _open)).ShouldContain("<form method=\"post\"><button type=\"submit\">Acknowledge</button></form>");
        LinkPage.Write(LinkPage.Ask(_order with { Action = LinkAction.Mute }, _open)).ShouldContain("Mute for 2 hours</button>");
        LinkPage[] others = [LinkPage.Foreign, LinkPage.Over, LinkPage.Unreachable, LinkPage.Expired(_order), LinkPage.Done(_order with { Action = LinkAction.Mute }, _open)];
        others.ShouldAllBe(page => !LinkPage.Write(page).Contains("<form", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_was_first_is_named_and_can_write_nothing_into_the_page()
    {
        var taken = _open with { Acknowledged = new Acknowledgement("<script>alert(1)</script>", _now, null) };

        var page = LinkPage.Write(LinkPage.Ask(_order, taken));

        page.ShouldContain("By &lt;script&gt;alert(1)&lt;/script&gt;, on 23 Nov 2026 10:00:00 UTC.");
        page.ShouldNotContain("<form");
        LinkPage.Done(_order, taken).ShouldBe(LinkPage.Ask(_order, taken));
    }

    [Fact]
    public void A_link_that_is_too_old_says_until_when_it_was_good() =>
        LinkPage.Expired(_order).Text.ShouldStartWith("It was good until 23 Nov 2026 10:00:00 UTC.");
}
