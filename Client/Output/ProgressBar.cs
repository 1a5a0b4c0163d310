using Spectre.Console;

namespace UptimeSquirrel.Client.Output;

/// <summary>A bar on the error stream while something long runs; nothing when nobody watches.</summary>
internal static class ProgressBar
{
    // The work is handed the way to say that one more piece is done.
    public static async Task<T> ShowAsync<T>(Terminal terminal, string title, int pieces, Func<Action, Task<T>> work)
    {
        if (!terminal.IsErrorInteractive || pieces < 2)
            return await work(() => { });
        return await terminal.ErrorScreen().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: pieces);
                return work(() => task.Increment(1));
            });
    }
}
