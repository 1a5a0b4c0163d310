using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Looks;

/// <summary>What memory an enormous page takes. It is counted for the whole process, so nothing else runs meanwhile.</summary>
[Collection(nameof(EnormousPageTests))]
public sealed class EnormousPageTests : IAsyncLifetime
{
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LocalWebsite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Of_a_page_that_is_enormous_once_unpacked_only_the_beginning_is(string coding)
    {
        var bomb = new byte[50_000_000];
        _site.Answer = SiteWith.Page(coding == "br" ? SiteWith.Brotli(bomb) : SiteWith.Gzip(bomb), $"Content-Encoding: {coding}\r\n");

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await _site.LookAsync(new() { Keyword = "Add to cart" });

        result.Unmet.ShouldBe(new UnmetExpectation(FailureKind.KeywordMissing, "Add to cart") { IsCut = true });
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(bomb.Length / 10);
    }
}

[CollectionDefinition(nameof(EnormousPageTests), DisableParallelization = true)]
public sealed class EnormousPageCollection;
