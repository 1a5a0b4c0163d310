using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Planning;

namespace UptimeSquirrel.Client.Applying;

/// <summary>Makes everything as files say that it is to be.</summary>
internal sealed class ApplyCommand : SquirrelCommand
{
    private readonly Option<string[]> files = new("--file", "-f")
    {
        HelpName = "FILE",
        Description = "A file that says what is to be, or a folder of such files (.yaml, .yml); may be repeated. '-' is standard input.",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<OwnerId?> owner = Reading.Owner("Whose the websites are that name nobody. Else SQUIRREL_OWNER, else 'default'.");
    private readonly Option<bool> prune = new("--prune") { Description = "Take away what is not in the files, of the owners and of the sorts of things they speak of." };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do it without asking." };
    private readonly Option<bool> plan = new("--plan") { Description = "Only show the plan: exit code 0 when nothing is to be done, 1 when something is." };

    public ApplyCommand()
        : base(
            "apply",
            "Make everything as a file says: websites, owners, channels, maintenance. The plan is shown first; doing it twice changes nothing.",
            "squirrel apply -f sites.yaml",
            "squirrel apply -f sites.yaml --plan",
            "squirrel apply -f sites/ --prune --yes")
    {
        Add(files);
        Add(owner);
        Add(prune);
        Add(yes);
        Add(plan);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Get(yes) && call.Get(plan))
            throw new CallerMistakeException("--yes and --plan contradict each other: expected one of them.");
        var declaration = await DeclaredFiles.ReadAsync(call.Get(files)!, call.Terminal, call.NamedOwner(owner), cancellationToken);
        foreach (var mistake in declaration.Mistakes)
            call.Terminal.Complain(mistake);
        if (declaration.Mistakes.Count > 0)
            return ExitCode.Mistake;

        await using var cluster = await call.ConnectAsync(cancellationToken);
        var planner = new Planner(cluster, call.Get(prune), call.Terminal.Clock);
        var planned = await ProgressBar.ShowAsync(call.Terminal, "Comparing", declaration.Websites.Count, oneDone => planner.PlanAsync(declaration, oneDone, cancellationToken));
        if (!call.WantsJson)
            PlanText.Write(call.Terminal, planned);
        foreach (var problem in planned.Problems)
            call.Terminal.Complain(problem);
        return planned.Problems.Count > 0 ? Answer(call, planned, ExitCode.Mistake, isDone: false, [])
            : planned.Changes.Count == 0 ? Answer(call, planned, ExitCode.Fine, isDone: false, [])
            : call.Get(plan) || !Agrees(call, planned) ? Answer(call, planned, ExitCode.Pending, isDone: false, [])
            : await DoAsync(call, cluster, planned, cancellationToken);
    }

    private static async Task<int> DoAsync(Call call, ClusterConnection cluster, Plan planned, CancellationToken cancellationToken)
    {
        var failures = await ProgressBar.ShowAsync(call.Terminal, "Applying", planned.Changes.Count, oneDone => planned.ApplyAsync(cluster, oneDone, cancellationToken));
        foreach (var failure in failures)
            call.Terminal.Complain(failure);
        if (!call.WantsJson)
            call.Terminal.Say(PlanText.Done(planned, failures.Count));
        return Answer(call, planned, failures.Count > 0 ? ExitCode.Mistake : ExitCode.Fine, isDone: true, failures);
    }

    private bool Agrees(Call call, Plan planned) => call.Get(yes) || Agreement.Ask(
        call, $"Do {Wording.Count(planned.Changes.Count, "change")}?", isInputFree: !call.Get(files)!.Contains(DeclaredFiles.StandardInput));

    private static int Answer(Call call, Plan planned, int exitCode, bool isDone, IReadOnlyList<string> failures)
    {
        if (call.WantsJson)
            call.AnswerJson(PlanShape.Of(planned, isDone, failures));
        return exitCode;
    }
}
