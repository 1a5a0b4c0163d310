using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing;

/// <summary>The options that say how a list of another product is read.</summary>
internal sealed class ImportOptions
{
    private readonly Option<bool> withSecrets = new("--with-secrets") { Description = "Take passwords, tokens and bodies over, too. Else they are only reported." };
    private readonly Option<TimeSpan?> shortest = Reading.ValueOption<TimeSpan>("--shortest", "1m", "The shortest interval this installation takes (Checks:MinimumInterval); shorter ones become this.", Duration.TryParse);
    private readonly Option<bool> pages = new("--pages") { Description = "Take every page of a sitemap, and not only the front page." };
    private readonly Option<string?> modules = new("--modules") { HelpName = "FILE", Description = "The blackbox.yml that says what the modules of Prometheus targets are." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[withSecrets, shortest, pages, modules])
            command.Add(option);
    }

    /// <exception cref="CallerMistakeException">The file of modules cannot be read.</exception>
    /// <exception cref="NoListException">It holds none.</exception>
    public async Task<ReadingChoices> ReadAsync(Call call, CancellationToken cancellationToken) => new()
    {
        WithSecrets = call.Get(withSecrets),
        ShortestInterval = call.Get(shortest) ?? ReadingChoices.Usual.ShortestInterval,
        EveryPage = call.Get(pages),
        Modules = call.Get(modules) is { } file ? ListText.ReadModules(await ListFile.ReadTextAsync(file, call.Terminal, cancellationToken)) : null,
    };
}
