using UptimeSquirrel.Client.Pages;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class PageEditsTests
{
    private static readonly PageWebsite _shop = new(new WebsiteId(Guid.Parse("00000000-0000-0000-0000-000000000001")), "Shop");
    private static readonly PageWebsite _blog = new(new WebsiteId(Guid.Parse("00000000-0000-0000-0000-000000000002")), "Blog");

    [Fact]
    public void A_website_comes_to_the_end_of_the_first_group_or_of_the_one_that_was_named()
    {
        var page = PageEdits.Put(Empty, null, _shop);
        page = PageEdits.Put(page, null, _blog);
        Shown(page).ShouldBe(": Shop, Blog");
        Shown(PageEdits.Put(page, "Public", _blog)).ShouldBe(": Shop | Public: Blog");
        Shown(PageEdits.Put(page, null, _shop with { ShownName = "Store" })).ShouldBe(": Blog, Store");
        Shown(PageEdits.Put(PageEdits.Put(Empty, "Public", _shop), "public", _blog)).ShouldBe("Public: Shop, Blog");
    }

    [Fact]
    public void A_group_goes_with_its_last_website_unless_it_has_a_rule()
    {
        var page = PageEdits.Put(PageEdits.PutRule(Empty, "Blogs", "blog", null), "Public", _shop);

        Shown(PageEdits.Take(page, _shop.Id)).ShouldBe("Blogs: #blog");
        Shown(PageEdits.TakeGroup(page, "blogs")).ShouldBe("Public: Shop");
        Shown(PageEdits.PutRule(page, "Public", "shop", null)).ShouldBe("Blogs: #blog | Public: #shop, Shop");
    }

    private static StatusPageSettings Empty => new() { Title = "Page" };

    private static string Shown(StatusPageSettings page) => string.Join(" | ", page.Groups.Select(group =>
        $"{group.Name}: {string.Join(", ", (group.Tag is null ? [] : new[] { "#" + group.Tag }).Concat(group.Websites.Select(website => website.ShownName)))}"));
}
