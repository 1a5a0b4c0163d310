using System.CommandLine;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Commands.Looks;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Looks once, right here.</summary>
internal sealed class CheckCommand : SquirrelCommand
{
    private const int AtOnce = 50;

    // Nobody waits for an answer but the person who asked for it: better late than left out.
    private static readonly TimeSpan PatienceForTurn = TimeSpan.FromHours(1);

    private readonly Argument<string[]> targets = new("URL|FILE") { Description = "Addresses, or files with one a line (text or CSV, as for import; '-' is standard input).", Arity = ArgumentArity.OneOrMore };
    private readonly Option<TimeSpan?> timeout = Reading.ValueOption<TimeSpan>("--timeout", "10s", "The longest one look may take, 1s to 12s.", TryReadTimeout);
    private readonly Option<AcceptedStatuses?> accept = Reading.Option<AcceptedStatuses>("--accept", "200-399", "The statuses that count as up, such as 200-299,401.", AcceptedStatuses.TryParse);

    private readonly Option<bool> trace = new("--trace") { Description = "Tell the whole story of each look, step by step." };
    private readonly LookOptions how = new();
    private readonly Option<bool> onlyIPv4 = new("--ipv4", "-4") { Description = "Go through IPv4 only." };
    private readonly Option<bool> onlyIPv6 = new("--ipv6", "-6") { Description = "Go through IPv6 only." };

    public CheckCommand()
        : base(
            "check",
            "Look at websites once, right here, without a cluster. Exits with 1 when one fails.",
            "squirrel check https://shop.example",
            "squirrel check https://shop.example --trace",
            "squirrel check shop.example blog.example --timeout 3s",
            "squirrel check https://shop.example --keyword 'Add to cart'",
            "squirrel check websites.txt --json")
    {
        Add(targets);
        Add(timeout);
        Add(accept);
        Add(trace);
        Add(onlyIPv4);
        Add(onlyIPv6);
        how.AddTo(this);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (lookedAt, badLines) = await CheckTargets.ReadAsync(call.Get(targets)!, call.Terminal, cancellationToken);
        var looks = await ProgressBar.ShowAsync(call.Terminal, "Looking", lookedAt.Count, oneDone => LookAsync(call, lookedAt, oneDone, cancellationToken));
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<CheckShape>>([.. looks.Select(look => look.ToShape())]);
        else if (call.Get(trace))
            Tell(call, looks);
        else if (looks.Count > 0)
            LookTable.Write(call.Terminal, looks);
        foreach (var problem in new ImportReport([.. badLines.Select(ImportedLine.Of)], isDryRun: false).Problems())
            call.Terminal.Complain(problem);
        return badLines.Count > 0 ? ExitCode.Mistake : looks.All(look => look.Verdict.IsHealthy) ? ExitCode.Fine : ExitCode.Down;
    }

    private async Task<IReadOnlyList<JudgedLook>> LookAsync(Call call, IReadOnlyList<CheckTarget> lookedAt, Action oneDone, CancellationToken cancellationToken)
    {
        // This is the caller's own machine: they may look at whatever it can reach. Who looks once wants every certificate shown.
        var options = new ProbeOptions { AllowEveryAddress = true, ResumableWebsites = 0, MaximumAtOnce = AtOnce, TurnPatience = PatienceForTurn };
        var probe = WebsiteProbe.Create(options, call.Terminal.Clock);
        using var connections = probe as IDisposable;
        var changes = Changes(call);
        var settings = lookedAt.Select(target => target.With(changes)).ToArray();
        var looks = new JudgedLook[lookedAt.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, looks.Length, parallel, async (i, cancellation) =>
        {
            var (url, statuses) = (lookedAt[i].Url, call.Get(accept) ?? lookedAt[i].Accept ?? AcceptedStatuses.Default);
            var request = new CheckRequest(url, call.Get(timeout) ?? lookedAt[i].Timeout, LookRules.FirstMethod(settings[i], hasRefusedHead: false))
            {
                Accept = statuses,
                Settings = settings[i],
                WantsTrace = call.Get(trace),
            };
            var result = await probe.LookAsync(request, cancellation);
            looks[i] = new JudgedLook(url, result, VerdictRules.Judge(result, statuses)) { Rule = VerdictRules.Explain(result, statuses) };
            oneDone();
        });
        return looks;
    }

    private LookChanges? Changes(Call call)
    {
        var changes = how.Read(call);
        return Family(call) is var family and not IpFamily.Any ? (changes ?? new LookChanges()) with { Family = family } : changes;
    }

    private IpFamily Family(Call call) => (call.Get(onlyIPv4), call.Get(onlyIPv6)) switch
    {
        (true, true) => throw new CallerMistakeException("--ipv4 and --ipv6 exclude each other."),
        (true, _) => IpFamily.IPv4,
        (_, true) => IpFamily.IPv6,
        _ => IpFamily.Any,
    };

    private static void Tell(Call call, IReadOnlyList<JudgedLook> looks)
    {
        foreach (var look in looks)
        {
            call.Terminal.Say(TraceText.Headline(look.Url.Text, look.Result, look.Verdict));
            call.Terminal.Say();
            foreach (var line in TraceText.Lines(look.Result, look.Rule))
                call.Terminal.Say(line);
            if (look != looks[^1])
                call.Terminal.Say();
        }
    }

    private static bool TryReadTimeout(string? text, out TimeSpan timeout, out string? problem)
    {
        if (Duration.TryParse(text, out timeout, out problem) && (timeout < CheckTarget.ShortestTimeout || timeout > CheckTarget.LongestTimeout))
            problem = $"'{PlainText.Start(text ?? "")}' is not a time for one look: expected 1s to 12s.";
        return problem is null;
    }
}
