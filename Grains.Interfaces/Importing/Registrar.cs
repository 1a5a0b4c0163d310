using System.Collections.Concurrent;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>Registers one website after the other, or tells what that would do, and pauses those that are to be watched only when somebody resumes them.</summary>
/// <param name="find">What one is now; null = it is not watched.</param>
/// <param name="register">Registers one.</param>
/// <param name="pause">Pauses one.</param>
internal sealed class Registrar(
    Func<Registration, CancellationToken, Task<WebsiteStatus?>> find,
    Func<Registration, CancellationToken, Task<RegistrationResult>> register,
    Func<Registration, CancellationToken, Task> pause)
{
    // Of those that are to be paused: which were not watched before. When an answer is lost, the next try finds them registered, by ourselves.
    private readonly ConcurrentDictionary<WebsiteId, bool> areNew = new();

    public async Task<ImportedLine> PreviewAsync(Registration one, CancellationToken cancellationToken) =>
        one.Became(one.Preview(await find(one, cancellationToken)));

    public async Task<ImportedLine> RegisterAsync(Registration one, CancellationToken cancellationToken)
    {
        // Only a new one is paused: somebody may have resumed the others since they were moved here.
        if (one.Line.IsPaused && !areNew.ContainsKey(one.Id))
            areNew[one.Id] = await find(one, cancellationToken) is null;
        var result = await register(one, cancellationToken);
        if (result.Outcome == RegistrationOutcome.Refused || !areNew.GetValueOrDefault(one.Id))
            return one.Became(result);
        await pause(one, cancellationToken);
        return one.Became(ImportOutcome.Created);
    }
}
