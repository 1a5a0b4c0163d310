using System.Collections.Concurrent;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>Registers one website after the other, and pauses those that are to be watched only when somebody resumes them.</summary>
/// <param name="register">Registers one.</param>
/// <param name="pause">Pauses one.</param>
internal sealed class Registrar(Func<Registration, CancellationToken, Task<RegistrationResult>> register, Func<Registration, CancellationToken, Task> pause)
{
    // A website that was registered and is not paused yet must be paused at the next try, which finds it unchanged.
    private readonly ConcurrentDictionary<WebsiteId, RegistrationResult> toPause = new();

    public async Task<ImportedLine> RegisterAsync(Registration one, CancellationToken cancellationToken)
    {
        if (!toPause.TryGetValue(one.Id, out var result))
            result = await register(one, cancellationToken);

        // Only a new one: somebody may have resumed the others since they were moved here.
        if (result.Outcome == RegistrationOutcome.Created && one.Line.IsPaused)
        {
            toPause[one.Id] = result;
            await pause(one, cancellationToken);
        }
        return one.Became(result);
    }
}
