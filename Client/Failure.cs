using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client;

/// <summary>How a failure is told: one sentence, or none, and an exit code.</summary>
internal readonly record struct Failure(string? Sentence, int ExitCode)
{
    public static Failure Of(Exception exception) => exception switch
    {
        CallerMistakeException or NoListException => new(exception.Message, Client.ExitCode.Mistake),
        ClusterUnreachableException => new(exception.Message, Client.ExitCode.Unreachable),
        OperationCanceledException => new(null, Client.ExitCode.Interrupted),
        _ => new($"Something unforeseen happened, please report it: {exception.GetType().Name}: {exception.Message}", Client.ExitCode.Unforeseen),
    };
}
