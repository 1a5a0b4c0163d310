using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Importing;
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
        var registrar = Registrar(new ForgetfulCluster(house.Grains) { Loses = 2 });

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
        await Registrar(new ForgetfulCluster(house.Grains)).RegisterAsync(one, TestContext.Current.CancellationToken);
        await grain.ResumeAsync();

        var line = await Registrar(new ForgetfulCluster(house.Grains)).RegisterAsync(one, TestContext.Current.CancellationToken);

        line.Outcome.ShouldBe(ImportOutcome.Unchanged);
        (await grain.GetStatusAsync())!.Standing.ShouldBe(Standing.Pending);
    }

    private static Registrar Registrar(ForgetfulCluster cluster) => new(
        (one, _) => cluster.AskAsync(grains => Website(grains, one).GetStatusAsync()),
        (one, _) => cluster.AskAsync(grains => Website(grains, one).RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes)),
        (one, _) => cluster.AskAsync(grains => Website(grains, one).PauseAsync()));

    private static IWebsiteGrain Website(IGrainFactory grains, Registration one) => grains.GetGrain<IWebsiteGrain>(one.Id.Value);

    /// <summary>Does what it is asked for, but loses one of its answers.</summary>
    private sealed class ForgetfulCluster(IGrainFactory grains)
    {
        private int asked;

        /// <summary>The number of the answer, from 1; 0 = none.</summary>
        public int Loses { get; init; }

        public async Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> question)
        {
            var answer = await question(grains);
            return ++asked == Loses ? throw new ClusterUnreachableException("the answer was lost") : answer;
        }
    }
}
