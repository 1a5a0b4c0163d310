using System.CommandLine;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Looks once, right here.</summary>
internal sealed class CheckCommand : SquirrelCommand
{
    private const int AtOnce = 50;

    // What a probe can be told; see ProbeOptions.Timeout.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(12);

    private readonly Argument<string[]> targets = new("URL|FILE") { Description = "Addresses, or files with one a line (text or CSV, as for import; '-' is standard input).", Arity = ArgumentArity.OneOrMore };
    private readonly Option<TimeSpan?> timeout = Reading.ValueOption<TimeSpan>("--timeout", "10s", "The longest one look may take, 1s to 12s.", TryReadTimeout);
    private readonly Option<AcceptedStatuses?> accept = Reading.Option<AcceptedStatuses>("--accept", "200-399", "The statuses that count as up, such as 200-299,401.", AcceptedStatuses.TryParse);

    public CheckCommand()
        : base(
            "check",
            "Look at websites once, right here, without a cluster. Exits with 1 when one fails.",
            "squirrel check https://shop.example",
            "squirrel check shop.example blog.example --timeout 3s",
            "squirrel check websites.txt --json")
    {
        Add(targets);
        Add(timeout);
        Add(accept);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (urls, badLines) = await CheckTargets.ReadAsync(call.Get(targets)!, call.Terminal, cancellationToken);
        var looks = await ProgressBar.ShowAsync(call.Terminal, "Looking", urls.Count, oneDone => LookAsync(call, urls, oneDone, cancellationToken));
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<CheckShape>>([.. looks.Select(look => look.ToShape())]);
        else if (looks.Count > 0)
            LookTable.Write(call.Terminal, looks);
        foreach (var problem in new ImportReport([.. badLines.Select(ImportedLine.Of)], isDryRun: false).Problems())
            call.Terminal.Complain(problem);
        return badLines.Count > 0 ? ExitCode.Mistake : looks.All(look => look.Verdict.IsHealthy) ? ExitCode.Fine : ExitCode.Down;
    }

    private async Task<IReadOnlyList<JudgedLook>> LookAsync(Call call, IReadOnlyList<WebsiteUrl> urls, Action oneDone, CancellationToken cancellationToken)
    {
        // This is the caller's own machine: they may look at whatever it can reach.
        var options = new ProbeOptions { AllowEveryAddress = true, MaximumAtOnce = AtOnce };
        var probe = WebsiteProbe.Create(options, call.Terminal.Clock);
        using var connections = probe as IDisposable;
        var statuses = call.Get(accept) ?? AcceptedStatuses.Default;
        var looks = new JudgedLook[urls.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, urls.Count, parallel, async (i, cancellation) =>
        {
            var result = await probe.LookAsync(new CheckRequest(urls[i], call.Get(timeout), CheckMethod.Head), cancellation);
            looks[i] = new JudgedLook(urls[i], result, VerdictRules.Judge(result, statuses));
            oneDone();
        });
        return looks;
    }

    private static bool TryReadTimeout(string? text, out TimeSpan timeout, out string? problem)
    {
        if (Duration.TryParse(text, out timeout, out problem) && (timeout < ShortestTimeout || timeout > LongestTimeout))
            problem = $"'{PlainText.Start(text ?? "")}' is not a time for one look: expected 1s to 12s.";
        return problem is null;
    }
}
