using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Sites;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client.Importing;

public sealed class PausedImportTests
{
    [Fact]
    public async Task A_paused_entry_stays_paused_when_the_first_answer_of_the_cluster_is_lost()
    {
        await using var house = await GrainHouse.OpenAsync();
        var one = Registration.Of(new ListLine(1, WebsiteUrl.Parse("https://shop.example")) { IsPaused = true }, null);
        var forgetful = new ForgetfulCluster(house.Grains) { Loses = 2 };
        var registrar = new Registrar(forgetful);

        await Should.ThrowAsync<ClusterUnreachableException>(() => registrar.RegisterAsync(one, TestContext.Current.CancellationToken));
        var line = await registrar.RegisterAsync(one, TestContext.Current.CancellationToken);

        line.Outcome.ShouldBe(ImportOutcome.Created);
        (await house.Grains.GetGrain<IWebsiteGrain>(one.Id.Value).GetStatusAsync())!.Standing.ShouldBe(Standing.Paused);
    }

    [Fact]
    public async Task One_that_was_resumed_stays_resumed_when_it_is_imported_again()
    {
        await using var house = await GrainHouse.OpenAsync();
        var one = Registration.Of(new ListLine(1, WebsiteUrl.Parse("https://shop.example")) { IsPaused = true }, null);
        var grain = house.Grains.GetGrain<IWebsiteGrain>(one.Id.Value);
        await new Registrar(new ForgetfulCluster(house.Grains)).RegisterAsync(one, TestContext.Current.CancellationToken);
        await grain.ResumeAsync();

        var line = await new Registrar(new ForgetfulCluster(house.Grains)).RegisterAsync(one, TestContext.Current.CancellationToken);

        line.Outcome.ShouldBe(ImportOutcome.Unchanged);
        (await grain.GetStatusAsync())!.Standing.ShouldBe(Standing.Pending);
    }

    /// <summary>Does what it is asked for, but loses one of its answers.</summary>
    private sealed class ForgetfulCluster(IGrainFactory grains) : ICluster
    {
        private int asked;

        /// <summary>The number of the answer, from 1; 0 = none.</summary>
        public int Loses { get; init; }

        public async Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> question, CancellationToken cancellationToken)
        {
            var answer = await question(grains);
            return ++asked == Loses ? throw new ClusterUnreachableException("the answer was lost") : answer;
        }
    }
}
