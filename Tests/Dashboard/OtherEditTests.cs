using UptimeSquirrel.Web.Dashboard.Editing;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>Two people change the same website.</summary>
public sealed class OtherEditTests
{
    private readonly WebsiteForm _before = new() { Name = "Shop", Every = "5m", Tags = "prod" };

    [Fact]
    public void What_only_the_other_one_changed_is_taken_over_and_what_was_typed_stays()
    {
        var mine = new WebsiteForm { Name = "Shop", Every = "1m", Tags = "prod" };
        var theirs = new WebsiteForm { Name = "Store", Every = "5m", Tags = "prod", StopsAtRedirect = true };

        OtherEdit.Merge(mine, _before, theirs).ShouldBeEmpty();

        (mine.Name, mine.Every, mine.Tags, mine.StopsAtRedirect).ShouldBe(("Store", "1m", "prod", true));
    }

    [Fact]
    public void What_both_changed_stays_as_it_was_typed_and_is_told()
    {
        var mine = new WebsiteForm { Name = "Boutique", Every = "1m", Tags = "prod, eu" };
        var theirs = new WebsiteForm { Name = "Store", Every = "1m", Tags = "" };

        OtherEdit.Merge(mine, _before, theirs).ShouldBe([new Clash("Name", "Store"), new Clash("Tags", "")]);

        (mine.Name, mine.Every, mine.Tags).ShouldBe(("Boutique", "1m", "prod, eu"));
    }

    [Fact]
    public void Every_field_that_is_shown_as_it_is_stored_is_compared()
    {
        // Who it is does not change; secrets are not shown; an address to tell is the owner's.
        string[] others =
        [
            nameof(WebsiteForm.Address), nameof(WebsiteForm.Owner), nameof(WebsiteForm.Email), nameof(WebsiteForm.Kind), nameof(WebsiteForm.Headers), nameof(WebsiteForm.RemovesHeaders),
            nameof(WebsiteForm.Body), nameof(WebsiteForm.RemovesBody), nameof(WebsiteForm.AuthSecret),
        ];

        OtherEdit.Compared.ShouldBe(typeof(WebsiteForm).GetProperties().Select(field => field.Name).Except(others), ignoreOrder: true);
    }
}
