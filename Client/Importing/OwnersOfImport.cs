using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Importing;

/// <summary>Gives owners the addresses that their lines name, one call for each owner.</summary>
internal sealed class OwnersOfImport(ClusterConnection cluster, Terminal terminal)
{
    private const int AtOnce = 16;
    private const int HintedOwners = 3;

    public async Task<int> TellAsync(IEnumerable<Registration> registrations, CancellationToken cancellationToken)
    {
        var owners = registrations
            .GroupBy(one => one.Owner)
            .Select(group => (Owner: group.Key, Emails: group.SelectMany(one => one.Line.Emails).Distinct().ToList()))
            .ToList();

        // An owner nobody gave an address may have one already: worth a look for a few of them, as a hint.
        var asked = owners.Where(owner => owner.Emails.Count > 0).Concat(owners.Where(owner => owner.Emails.Count == 0).Take(HintedOwners)).ToList();
        var exitCodes = new List<int> { ExitCode.Fine };
        foreach (var some in asked.Chunk(AtOnce))
            exitCodes.AddRange(await Task.WhenAll(some.Select(owner => TellAsync(owner.Owner, owner.Emails, cancellationToken))));
        return exitCodes.Max();
    }

    private async Task<int> TellAsync(OwnerId owner, List<EmailAddress> emails, CancellationToken cancellationToken)
    {
        try
        {
            return OwnerEmails.Complain(terminal, await OwnerEmails.AddAsync(cluster, owner, emails, cancellationToken), emails);
        }
        catch (ClusterUnreachableException exception)
        {
            if (emails.Count > 0)
                terminal.Complain($"The addresses of '{owner}' could not be set, run the import again: {exception.Message}");
            return ExitCode.Unreachable;
        }
    }
}
