using System.CommandLine;

namespace UptimeSquirrel.Client.Commands;

/// <summary>One command, with examples for its help.</summary>
internal abstract class SquirrelCommand : Command
{
    protected SquirrelCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
    }

    public IReadOnlyList<string> Examples { get; }

    /// <summary>Does it.</summary>
    public abstract Task<int> RunAsync(Call call, CancellationToken cancellationToken);
}
