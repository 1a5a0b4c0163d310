using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Importing;

/// <summary>Takes in a list, or says what that would do.</summary>
/// <param name="desk">Where to ask and order.</param>
/// <param name="progress">Told now and then how much is done, from 0 to 1.</param>
internal sealed class ListImport(FrontDesk desk, Func<double, Task> progress)
{
    private const int AtOnce = 32;

    public async Task<IReadOnlyList<ImportedLine>> RunAsync(string text, OwnerId? named, IReadOnlyList<EmailAddress> emails, bool isPreview, CancellationToken cancellationToken)
    {
        var content = ListReader.Read(text.Split('\n'));
        var all = content.Good.Select(line => Registration.Of(line.Emails.Count > 0 ? line : line with { Emails = emails }, named)).ToList();
        var results = new List<ImportedLine>(content.Bad.Select(ImportedLine.Of));
        var first = new List<Registration>();
        foreach (var same in all.GroupBy(registration => registration.Id))
        {
            first.Add(same.First());
            results.AddRange(same.Skip(1).Select(repeat => repeat.Became(ImportOutcome.Duplicate, $"the same website as line {same.First().Line.Number}")));
        }

        // The addresses first: a website that is down at its first look must have somebody to tell.
        if (!isPreview)
            await TellAsync(first);
        foreach (var some in first.Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.AddRange(await Task.WhenAll(some.Select(one => OneAsync(one, isPreview))));
            await progress((double)results.Count / (all.Count + content.Bad.Count));
        }
        return [.. results.OrderBy(line => line.Number)];
    }

    private async Task TellAsync(IEnumerable<Registration> registrations)
    {
        foreach (var owner in registrations.GroupBy(one => one.Owner))
            if (owner.SelectMany(one => one.Line.Emails).Distinct().ToList() is { Count: > 0 } emails)
                await desk.ChangeAsync(owner.Key, "owner.change", owner.Key.Text, () => desk.Grains.GetGrain<IOwnerNotificationGrain>(owner.Key.GrainKey).AddEmailsAsync(emails));
    }

    private async Task<ImportedLine> OneAsync(Registration one, bool isPreview)
    {
        var grain = desk.Grains.GetGrain<IWebsiteGrain>(one.Id.Value);
        try
        {
            await desk.MustChangeAsync(one.Owner);
            return isPreview
                ? one.Became(one.Preview(await grain.GetStatusAsync()))
                : one.Became(await desk.ChangeAsync(one.Owner, "website.add", one.Line.Url.Text, () => grain.RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return one.Became(ImportOutcome.Failed, desk.Explain(exception));
        }
    }
}
