using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Adds addresses to an owner, and says when nobody would be told.</summary>
internal static class OwnerEmails
{
    public static Task<OwnerStatus> AddAsync(ClusterConnection cluster, OwnerId owner, IReadOnlyList<EmailAddress> emails, CancellationToken cancellationToken) =>
        cluster.AskAsync(
            grains =>
            {
                var grain = grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey);
                return emails.Count > 0 ? grain.AddEmailsAsync(emails) : grain.GetStatusAsync();
            },
            cancellationToken);

    /// <summary>Hints at what is missing; the exit code is a mistake's when some addresses were not taken.</summary>
    public static int Complain(Terminal terminal, OwnerStatus owner, IEnumerable<EmailAddress> wanted)
    {
        if (owner.Emails.Count == 0 && owner.Channels.Count == 0)
            terminal.Complain($"Nobody is told yet when something goes down: 'squirrel owner set {owner.Id} --email you@example.org' changes that.");
        var left = wanted.Except(owner.Emails).ToList();
        if (left.Count == 0)
            return ExitCode.Fine;
        terminal.Complain($"The owner '{owner.Id}' has {owner.Emails.Count} addresses; at most {OwnerStatus.MaximumEmails} are taken. Not added: {string.Join(", ", left)}.");
        return ExitCode.Mistake;
    }
}
