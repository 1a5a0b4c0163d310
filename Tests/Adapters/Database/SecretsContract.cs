using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>The secrets of channels: unreadable in the database, readable on every silo.</summary>
public abstract class SecretsContract : DatabaseTest
{
    [Fact]
    public async Task What_one_silo_encrypts_another_can_read()
    {
        await using var one = Silo();
        await using var other = Silo();

        var kept = one.GetRequiredService<ISecretKeeper>().Keep("hunter2");

        kept.ShouldNotContain("hunter2");
        other.GetRequiredService<ISecretKeeper>().Reveal(kept).ShouldBe("hunter2");
    }

    [Fact]
    public async Task Silos_that_start_together_agree_on_one_key()
    {
        await using var one = Silo();
        await using var other = Silo();
        var now = TimeProvider.System.GetUtcNow();

        // Both have seen that there is no key, and both make one.
        one.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        other.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));

        (await House.CountAsync("protection_key")).ShouldBe(1);
        var kept = one.GetRequiredService<ISecretKeeper>().Keep("hunter2");
        other.GetRequiredService<ISecretKeeper>().Reveal(kept).ShouldBe("hunter2");
    }

    [Fact]
    public async Task A_silo_that_has_started_can_read_without_the_database()
    {
        await using var one = Silo();
        var kept = one.GetRequiredService<ISecretKeeper>().Keep("hunter2");
        await using var other = Silo();
        foreach (var service in other.GetServices<IHostedService>())
            await service.StartAsync(Stop);

        await using var connection = await House.Database.GrainState.OpenConnectionAsync(Stop);
        await connection.ExecuteAsync("drop table protection_key");

        other.GetRequiredService<ISecretKeeper>().Reveal(kept).ShouldBe("hunter2");
    }

    [Fact]
    public async Task What_was_encrypted_elsewhere_is_not_read_and_no_error()
    {
        await using var silo = Silo();

        silo.GetRequiredService<ISecretKeeper>().Reveal(new EphemeralDataProtectionProvider().CreateProtector("x").Protect("hunter2")).ShouldBeNull();
    }

    private ServiceProvider Silo() =>
        new ServiceCollection().AddLogging().AddSingleton(House.Database).AddUptimeChannels(new ChannelOptions()).BuildServiceProvider();
}
