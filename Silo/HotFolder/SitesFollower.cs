using UptimeSquirrel.Silo.Cluster;
using UptimeSquirrel.Silo.Starting;
using UptimeSquirrel.Sites;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Sites.Planning;

namespace UptimeSquirrel.Silo.HotFolder;

/// <summary>
/// Follows a folder of files: what they say is applied at the start and whenever they change. While something is wrong with one of them
/// nothing is applied, and everything stays as it is.
/// </summary>
internal sealed partial class SitesFollower(SitesOptions options, ICluster cluster, IGrainFactory grains, IHostApplicationLifetime life, TimeProvider clock, ILogger<SitesFollower> logger) : BackgroundService
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _tryAgainAfter = TimeSpan.FromSeconds(30);

    private readonly Turn _turn = new(grains, "sites", TimeSpan.FromMinutes(10));
    private string _seen = "";
    private string _tried = "";
    private string _done = "";
    private DateTimeOffset _notBefore;
    private IReadOnlyList<string> _troubles = [];

    /// <summary>Whether the files are applied as they are now, as far as this silo knows.</summary>
    public bool IsInStep => _troubles.Count == 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.StartedAsync(stoppingToken);
        LogFollows(Path.GetFullPath(options.Folder), options.Prune);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the files are still there, and are looked at again.
                Note([$"{e.GetType().Name}: {e.Message}"]);
            }
            await Task.Delay(_lookEvery, clock, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var content = FolderContent.Read(options.Folder);
        if (content.Files.Count == 0)
        {
            // A folder that was not mounted must not take everything away.
            Note([$"The folder {options.Folder} holds no file ending in .yaml or .yml: nothing is changed."]);
            return;
        }

        // Somebody may be in the middle of writing: what stays the same for one look is meant.
        var isSettled = _seen == content.Fingerprint;
        _seen = content.Fingerprint;
        if (!isSettled || _done == content.Fingerprint || (_tried == content.Fingerprint && clock.GetUtcNow() < _notBefore))
            return;
        (_tried, _notBefore) = (content.Fingerprint, clock.GetUtcNow() + _tryAgainAfter);
        var declaration = content.Declare(Environment.GetEnvironmentVariable);
        if (declaration.Mistakes.Count > 0)
            Note(declaration.Mistakes);
        else if (await InTurnAsync(() => ApplyAsync(declaration, cancellationToken), cancellationToken))
            _done = content.Fingerprint;
    }

    private async Task<bool> InTurnAsync(Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        if (!await _turn.TryTakeAsync().WaitAsync(cancellationToken))
            return false;
        try
        {
            return await work();
        }
        finally
        {
            await _turn.EndAsync().WaitAsync(cancellationToken);
        }
    }

    private async Task<bool> ApplyAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        var plan = await new Planner(cluster, options.Prune, clock).PlanAsync(declaration, () => { }, cancellationToken);
        if (plan.Problems.Count > 0)
        {
            Note(plan.Problems);
            return false;
        }

        foreach (var change in plan.Changes)
            LogChange(change.Action, change.Kind, change.What, change.Owner.Text, change.Details);
        var failures = await plan.ApplyAsync(cluster, () => { }, cancellationToken);
        Note(failures);
        if (failures.Count == 0)
            LogInStep(plan.Websites, plan.Changes.Count);
        return failures.Count == 0;
    }

    // Each trouble is said when it begins, and not every two seconds from then on.
    private void Note(IReadOnlyList<string> troubles)
    {
        foreach (var trouble in troubles.Except(_troubles))
            LogTrouble(trouble);
        _troubles = troubles;
    }
}
