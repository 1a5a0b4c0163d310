namespace UptimeSquirrel.Client.Commands;

/// <summary>Asks whether something is really to be done.</summary>
internal static class Agreement
{
    /// <summary>Asks, or says what does it without asking where nobody can answer.</summary>
    /// <param name="call">Who called, and on which terminal.</param>
    /// <param name="question">The question, with its mark.</param>
    /// <param name="isInputFree">Whether what is typed is an answer, and not a file that is being read.</param>
    public static bool Ask(Call call, string question, bool isInputFree = true)
    {
        if (call.WantsJson || !call.Terminal.IsInputInteractive || !isInputFree)
        {
            call.Terminal.Complain("Nothing was done: --yes does it.");
            return false;
        }

        call.Terminal.Out.Write($"{question} [y/N] ");
        call.Terminal.Out.Flush();
        if (call.Terminal.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes")
            return true;
        call.Terminal.Say("Nothing was done.");
        return false;
    }
}
