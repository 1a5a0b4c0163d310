using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>What has to be done about the channels of one owner.</summary>
internal sealed class ChannelPlan(OwnerId owner, PlanPart part, bool isPruning)
{
    private const string Email = "email";

    /// <param name="wanted">The channels there are to be.</param>
    /// <param name="present">Those there are.</param>
    /// <param name="same">For each that is wanted, the ids of those that have its settings, secrets and all.</param>
    /// <param name="kinds">The kinds of channels there are.</param>
    public void Add(
        IReadOnlyList<DeclaredChannel> wanted, IReadOnlyList<ContactChannel> present, IReadOnlyDictionary<DeclaredChannel, IReadOnlyList<string>> same, IReadOnlyList<ChannelKind> kinds)
    {
        var left = present.Where(channel => channel.Kind != Email).ToList();
        var missing = new List<DeclaredChannel>();
        foreach (var channel in wanted)
        {
            if (kinds.FirstOrDefault(one => one.Name == channel.Kind) is not { } kind)
                part.Problems.Add($"{channel.Place}: {ChannelKindRules.Unknown(channel.Kind, kinds, Quoted)}");
            else if (Problems(channel, kind).ToList() is { Count: > 0 } problems)
                part.Problems.AddRange(problems.Select(problem => $"{channel.Place}: {problem}"));
            else if (left.Find(one => same[channel].Contains(one.Id) && one.Use == channel.Use) is { } there)
                left.Remove(there);
            else
                missing.Add(channel);
        }

        foreach (var channel in missing)
        {
            // Used for something else, it is the same channel, and is replaced: added anew, and the old one taken away.
            var old = left.Find(one => same[channel].Contains(one.Id));
            if (old is not null)
                left.Remove(old);
            part.Changes.Add(new PlannedChange(
                old is null ? PlanAction.Add : PlanAction.Change, "channel", owner, channel.Kind, Details(channel.Use), (cluster, cancellation) => AddAsync(cluster, channel, old, cancellation))
            { IsOneAtATime = true });
        }

        if (isPruning)
            part.Changes.AddRange(left.Select(channel => new PlannedChange(
                PlanAction.Remove, "channel", owner, channel.Id, "", (cluster, cancellation) => RemoveAsync(cluster, channel, cancellation))
            { IsOneAtATime = true, Turn = PlannedChange.ChannelsGo }));
        else
            part.AddSurplus(left.Count, "channel", "channels", owner, string.Join(", ", left.Select(channel => channel.Id)));
    }

    private static IEnumerable<string> Problems(DeclaredChannel channel, ChannelKind kind)
    {
        foreach (var problem in ChannelKindRules.UnknownSettings(kind, channel.Settings.Keys, Quoted))
            yield return problem;
        foreach (var setting in kind.Settings)
            if (ChannelKindRules.Missing(kind, setting, channel.Settings) is { } missing)
                yield return missing;
            else if (setting.IsSecret && channel.Settings.ContainsKey(setting.Name) && !channel.FromEnvironment.Contains(setting.Name))
                yield return $"'{setting.Name}' of {kind.Name} {Substitution.Wanted($"{kind.Name}_{setting.Name}")}";
    }

    private static string Quoted(string text) => Quote.Of(text, 40);

    private async Task<string?> AddAsync(ICluster cluster, DeclaredChannel channel, ContactChannel? old, CancellationToken cancellationToken)
    {
        var change = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey).AddChannelAsync(channel.Kind, channel.Settings, channel.Use), cancellationToken);
        if (change.Channel is null)
            return string.Join(' ', change.Problems);
        return old is null ? null : await RemoveAsync(cluster, old, cancellationToken);
    }

    private async Task<string?> RemoveAsync(ICluster cluster, ContactChannel channel, CancellationToken cancellationToken)
    {
        await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey).RemoveChannelAsync(channel.Id), cancellationToken);
        return null;
    }

    private static string Details(ChannelUse use) =>
        string.Join(", ", new[] { use.After is { } after ? $"after {Duration.Format(after)}" : null, use.Only is { } only ? $"only {only}" : null }.OfType<string>());
}
