using System.Net;
using System.Text.Json;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Web.Support;
using UptimeSquirrel.Web.Access.Keys;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>Programs that show a key.</summary>
public sealed class KeyTests(WebHouse house)
{
    [Fact]
    public async Task A_good_key_opens()
    {
        using var program = await house.WithKeyAsync("viewer");

        (await program.OpenAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_opens_no_more_once_it_is_revoked()
    {
        var secret = await house.MakeKeyAsync("viewer");
        using var program = await house.StrangerAsync();
        program.UseKey(secret);
        await program.OpenAsync("/account");

        await (await house.GrainsAsync()).GetGrain<IApiKeysGrain>(0).RevokeAsync(KeyText.IdOf(secret));

        await Eventually.HoldsAsync(async () => (await program.OpenAsync("/account")).Status == HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(null, "Send a key")]
    [InlineData("usq_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "not known")]
    [InlineData("x", "not known")]
    [InlineData("expired", "not known, or has expired")]
    public async Task Without_a_good_key_a_program_is_told_what_to_do(string? key, string said)
    {
        using var program = await house.StrangerAsync();
        if (key == "expired")
            key = await house.MakeKeyAsync("viewer", expiresAt: TimeProvider.System.GetUtcNow().AddSeconds(-1));
        if (key is not null)
            program.UseKey(key);

        using var answer = await program.Http.GetAsync("/api/v1/whatever", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString()!.ShouldContain(said);
    }

    [Fact]
    public async Task When_a_key_was_last_used_is_noted()
    {
        var secret = await house.MakeKeyAsync("viewer");
        using var program = await house.StrangerAsync();
        program.UseKey(secret);

        await program.OpenAsync("/account");

        var keys = (await house.GrainsAsync()).GetGrain<IApiKeysGrain>(0);
        await Eventually.HoldsAsync(async () => (await keys.ListAsync()).Single(key => key.Id == KeyText.IdOf(secret)).LastUsedAt is not null);
    }

    [Fact]
    public void What_is_kept_of_a_key_does_not_open()
    {
        var secret = KeyText.New();

        KeyText.IsKey(secret).ShouldBeTrue();
        KeyText.IsKey("usq_" + KeyText.HashOf(secret)).ShouldBeFalse();
        KeyText.New().ShouldNotBe(secret);
    }
}
