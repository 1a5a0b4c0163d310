using System.Collections.Concurrent;
using UptimeSquirrel.Grains.Warnings;

namespace UptimeSquirrel.Tests.Warnings;

/// <summary>A registry that knows what it is told and nothing else.</summary>
internal sealed class FakeRegistry : IDomainRegistry
{
    private readonly ConcurrentQueue<string> _asked = new();

    public ConcurrentDictionary<string, RegistryAnswer> Answers { get; } = new();

    public IReadOnlyList<string> Asked => [.. _asked];

    public Task<RegistryAnswer> AskAsync(string domain, CancellationToken cancellationToken)
    {
        _asked.Enqueue(domain);
        return Task.FromResult(Answers.GetValueOrDefault(domain, new RegistryAnswer(RegistryOutcome.NotFound)));
    }
}
