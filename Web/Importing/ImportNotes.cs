using System.Collections.Concurrent;
using System.Security.Claims;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Importing;

/// <summary>What an import did, for the audit log: many at once, because the log has one writer.</summary>
internal sealed class ImportNotes(IAudit audit, ClaimsPrincipal caller)
{
    private const int AtOnce = 200;

    private readonly ConcurrentQueue<(string What, Registration One)> _waiting = new();

    public async Task AddAsync(Registration one, RegistrationOutcome outcome)
    {
        if (outcome is not (RegistrationOutcome.Created or RegistrationOutcome.Changed))
            return;
        _waiting.Enqueue((outcome == RegistrationOutcome.Created ? "website.add" : "website.change", one));
        if (_waiting.Count >= AtOnce)
            await WriteAsync();
    }

    /// <summary>Writes down what waits.</summary>
    public async Task WriteAsync()
    {
        var taken = new List<(string What, Registration One)>();
        while (_waiting.TryDequeue(out var note))
            taken.Add(note);
        foreach (var same in taken.GroupBy(note => (note.What, note.One.Owner)))
            await audit.NoteAsync(caller, same.Key.What, [.. same.Select(note => note.One.Line.Url.Text)], $"for {same.Key.Owner}, imported");
    }
}
