using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>What a name server said about the records of a name.</summary>
/// <param name="Server">Which one, for people.</param>
/// <param name="Records">The records; none when something is wrong.</param>
/// <param name="Failure">What is.</param>
/// <param name="Detail">The technical cause of that.</param>
internal sealed record RecordAnswer(string Server, IReadOnlyList<string> Records, FailureKind Failure, string Detail)
{
    /// <summary>Whether another server would say the same. What a server does not want or cannot do, another may.</summary>
    public bool IsFinal => Failure is FailureKind.None or FailureKind.NameNotFound or FailureKind.RecordMissing;
}
