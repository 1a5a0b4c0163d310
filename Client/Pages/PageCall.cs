using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>What commands about one status page have in common: find it, change it, and say what came of it.</summary>
internal static class PageCall
{
    private const int Attempts = 5;

    /// <exception cref="CallerMistakeException">There is none of this name.</exception>
    public static async Task<StatusPage> GetAsync(ClusterConnection cluster, StatusPageSlug slug, CancellationToken cancellationToken) =>
        await cluster.AskAsync(grains => Grain(grains, slug).GetAsync(), cancellationToken) ?? throw Missing(slug);

    /// <summary>Changes the settings of a page. Whatever somebody else changes at the same time stays.</summary>
    public static async Task<int> ChangeAsync(Call call, StatusPageSlug slug, Func<StatusPageSettings, StatusPageSettings> change, string done, CancellationToken cancellationToken)
    {
        await using var cluster = await call.ConnectAsync(cancellationToken);
        return await ChangeAsync(call, cluster, slug, change, done, cancellationToken);
    }

    public static async Task<int> ChangeAsync(
        Call call, ClusterConnection cluster, StatusPageSlug slug, Func<StatusPageSettings, StatusPageSettings> change, string done, CancellationToken cancellationToken)
    {
        StatusPageAnswer answer;
        var attempts = 0;
        do
        {
            var page = await GetAsync(cluster, slug, cancellationToken);
            var changed = change(page.Settings);
            answer = await cluster.AskAsync(grains => Grain(grains, slug).ChangeAsync(changed, page.Version), cancellationToken);
        }
        while (answer.Outcome == StatusPageOutcome.Outdated && ++attempts < Attempts);
        return Tell(call, slug, answer, done);
    }

    /// <summary>Asks the page's grain for something, and says what came of it.</summary>
    public static async Task<int> AskAsync(Call call, StatusPageSlug slug, Func<IStatusPageGrain, Task<StatusPageAnswer>> ask, string done, CancellationToken cancellationToken)
    {
        await using var cluster = await call.ConnectAsync(cancellationToken);
        return Tell(call, slug, await cluster.AskAsync(grains => ask(Grain(grains, slug)), cancellationToken), done);
    }

    public static IStatusPageGrain Grain(IGrainFactory grains, StatusPageSlug slug) => grains.GetGrain<IStatusPageGrain>(slug.GrainKey);

    public static CallerMistakeException Missing(StatusPageSlug slug) =>
        new($"There is no status page '{slug}': 'squirrel page list' shows those there are, 'squirrel page create {slug} --title TITLE' makes it.");

    private static int Tell(Call call, StatusPageSlug slug, StatusPageAnswer answer, string done)
    {
        switch (answer.Outcome)
        {
            case StatusPageOutcome.Done when call.WantsJson:
                call.AnswerJson(PageShape.Of(answer.Page!));
                return ExitCode.Fine;
            case StatusPageOutcome.Done:
                call.Terminal.Say(done);
                return ExitCode.Fine;
            case StatusPageOutcome.Missing when answer.Page is null:
                throw Missing(slug);
            case StatusPageOutcome.Missing:
                throw new CallerMistakeException($"There is no such announcement on the status page '{slug}': 'squirrel page show {slug}' shows those there are.");
            case StatusPageOutcome.Exists:
                throw new CallerMistakeException($"There is a status page '{slug}' already: 'squirrel page set {slug}' changes it.");
            case StatusPageOutcome.Outdated:
                throw new CallerMistakeException($"The status page '{slug}' is being changed by somebody else at the same time: try again.");
            default:
                foreach (var problem in answer.Problems)
                    call.Terminal.Complain(problem.Message);
                return ExitCode.Mistake;
        }
    }
}
