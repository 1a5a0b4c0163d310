using System.Security.Claims;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Importing;

/// <summary>Takes in a list as <c>squirrel import</c> does, or says what that would do.</summary>
/// <param name="desk">Where to ask and order.</param>
/// <param name="clock">For the pauses between tries.</param>
/// <param name="progress">Told now and then how much is done, from 0 to 1; null = nobody looks.</param>
internal sealed class ListImport(ImportDesk desk, TimeProvider clock, Action<double>? progress = null)
{
    private const int ToldEvery = 32;

    /// <param name="content">The list.</param>
    /// <param name="named">Whose websites they are, for lines that name nobody; null = the caller's only owner, else as <c>squirrel import</c> does.</param>
    /// <param name="emails">Who is told, for lines that name no address.</param>
    /// <param name="isPreview">Whether nothing is to be done.</param>
    /// <param name="cancellationToken">Gives up; what was done by then is done.</param>
    /// <returns>Each line and what became of it, in order. What cannot be added to owners is a remark of the list.</returns>
    public async Task<IReadOnlyList<ImportedLine>> RunAsync(ListContent content, OwnerId? named, IReadOnlyList<EmailAddress> emails, bool isPreview, CancellationToken cancellationToken)
    {
        var caller = await desk.CallerAsync();
        var whose = named ?? caller.OnlyOwner();
        var asked = content.Good.Select(line => Registration.Of(line.Emails.Count > 0 ? line : line with { Emails = emails }, whose)).ToLookup(one => caller.MaySee(one.Owner));
        var all = asked[true].ToList();
        var notes = new ImportNotes(desk.Audit, caller);

        // The addresses first: a website that is down at its first look must have somebody to tell.
        if (!isPreview)
            await TellAsync(all, content, caller);
        var registrar = new Registrar(
            (one, _) => AskAsync(one, website => website.GetStatusAsync()), (one, _) => RegisterAsync(one, notes), (one, _) => AskAsync(one, website => website.PauseAsync()));
        var importer = new Importer((one, cancellation) => OneAsync(one, isPreview ? registrar.PreviewAsync : registrar.RegisterAsync, cancellation), ExplainPassing, clock);
        var done = 0;
        try
        {
            var lines = await importer.RunAsync(all, OneDone, cancellationToken);
            var refused = asked[false].Select(one => one.Became(ImportOutcome.Bad, WhyNot(one.Owner, caller)));
            return [.. lines.Concat(refused).Concat(content.Bad.Select(ImportedLine.Of)).Concat(content.Skipped.Select(ImportedLine.Of)).OrderBy(line => line.Number)];
        }
        finally
        {
            await notes.WriteAsync();
        }

        void OneDone()
        {
            if (Interlocked.Increment(ref done) is var now && now % ToldEvery == 0)
                progress?.Invoke((double)now / all.Count);
        }
    }

    private static string WhyNot(OwnerId owner, ClaimsPrincipal caller) =>
        $"It is for the owner '{owner}', and you may only import for '{caller.OnlyOwner()}': change its owner, or name none.";

    private async Task TellAsync(IEnumerable<Registration> registrations, ListContent content, ClaimsPrincipal caller)
    {
        foreach (var owner in registrations.GroupBy(one => one.Owner))
        {
            var wanted = owner.SelectMany(one => one.Line.Emails).Distinct().ToList();
            var grain = desk.Grains.GetGrain<IOwnerNotificationGrain>(owner.Key.GrainKey);
            if (wanted.Count == 0 || wanted.Except((await grain.GetStatusAsync()).Emails).ToList() is not { Count: > 0 } unknown)
                continue;
            var status = await grain.AddEmailsAsync(unknown);
            await desk.Audit.NoteAsync(caller, "owner.change", owner.Key.Text, "addresses, imported");
            if (unknown.Except(status.Emails).ToList() is { Count: > 0 } left)
                content.Remark($"The owner '{owner.Key}' has {status.Emails.Count} addresses; at most {OwnerStatus.MaximumEmails} are taken. Not added: {string.Join(", ", left)}.");
        }
    }

    private async Task<RegistrationResult> RegisterAsync(Registration one, ImportNotes notes)
    {
        var result = await AskAsync(one, website => website.RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes));
        await notes.AddAsync(one, result.Outcome);
        return result;
    }

    private async Task<T> AskAsync<T>(Registration one, Func<IWebsiteGrain, Task<T>> ask) => (await desk.CallerAsync()).MaySee(one.Owner)
        ? await ask(desk.Grains.GetGrain<IWebsiteGrain>(one.Id.Value))
        : throw new NotAllowedException();

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
}
