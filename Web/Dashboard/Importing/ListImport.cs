using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Importing;

/// <summary>Takes in a list as <c>squirrel import</c> does, or says what that would do.</summary>
/// <param name="desk">Where to ask and order.</param>
/// <param name="clock">For the pauses between tries.</param>
/// <param name="progress">Told now and then how much is done, from 0 to 1.</param>
internal sealed class ListImport(FrontDesk desk, TimeProvider clock, Action<double> progress)
{
    private const int ToldEvery = 32;

    public async Task<IReadOnlyList<ImportedLine>> RunAsync(string text, OwnerId? named, IReadOnlyList<EmailAddress> emails, bool isPreview, CancellationToken cancellationToken)
    {
        var content = ListReader.Read(text.ReplaceLineEndings("\n").Split('\n'));
        var all = content.Good.Select(line => Registration.Of(line.Emails.Count > 0 ? line : line with { Emails = emails }, named)).ToList();

        // The addresses first: a website that is down at its first look must have somebody to tell.
        if (!isPreview)
            await TellAsync(all);
        var registrar = new Registrar(
            (one, _) => FindAsync(one),
            (one, _) => desk.ChangeAsync(one.Owner, "website.add", one.Line.Url.Text, () => Website(one).RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes)),
            (one, _) => desk.ChangeAsync(one.Owner, "website.pause", one.Line.Url.Text, () => Website(one).PauseAsync()));
        var importer = new Importer((one, cancellation) => OneAsync(one, isPreview ? registrar.PreviewAsync : registrar.RegisterAsync, cancellation), ExplainPassing, clock);
        var done = 0;
        var lines = await importer.RunAsync(all, OneDone, cancellationToken);
        return [.. lines.Concat(content.Bad.Select(ImportedLine.Of)).OrderBy(line => line.Number)];

        void OneDone()
        {
            if (Interlocked.Increment(ref done) is var now && now % ToldEvery == 0)
                progress((double)now / all.Count);
        }
    }

    private async Task TellAsync(IEnumerable<Registration> registrations)
    {
        foreach (var owner in registrations.GroupBy(one => one.Owner))
            if (owner.SelectMany(one => one.Line.Emails).Distinct().ToList() is { Count: > 0 } emails)
                await desk.ChangeAsync(owner.Key, "owner.change", owner.Key.Text, () => desk.Grains.GetGrain<IOwnerNotificationGrain>(owner.Key.GrainKey).AddEmailsAsync(emails));
    }

    private async Task<WebsiteStatus?> FindAsync(Registration one)
    {
        await desk.MustChangeAsync(one.Owner);
        return await Website(one).GetStatusAsync();
    }

    // A line that does not work is one line: what came before and what comes after is done all the same.
    private async Task<ImportedLine> OneAsync(Registration one, Func<Registration, CancellationToken, Task<ImportedLine>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act(one, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && ExplainPassing(exception) is null)
        {
            return one.Became(ImportOutcome.Failed, desk.Explain(exception));
        }
    }

    private string? ExplainPassing(Exception exception) => exception is TimeoutException or OrleansException ? desk.Explain(exception) : null;

    private IWebsiteGrain Website(Registration one) => desk.Grains.GetGrain<IWebsiteGrain>(one.Id.Value);
}
