namespace UptimeSquirrel.Client;

/// <summary>What the shell is told.</summary>
internal static class ExitCode
{
    /// <summary>Everything went well.</summary>
    public const int Fine = 0;

    /// <summary>Something that was asked about is down.</summary>
    public const int Down = 1;

    /// <summary>Something is to be done that was not done: the plan of <c>apply</c>.</summary>
    public const int Pending = 1;

    /// <summary>The caller made a mistake; nothing was done, or, for a list, nothing with the lines in question.</summary>
    public const int Mistake = 2;

    /// <summary>The cluster cannot be reached, or went away.</summary>
    public const int Unreachable = 3;

    /// <summary>Something we did not foresee: what sysexits.h calls EX_SOFTWARE.</summary>
    public const int Unforeseen = 70;

    /// <summary>Stopped with Ctrl+C, as every shell counts it.</summary>
    public const int Interrupted = 130;
}
