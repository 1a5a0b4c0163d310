using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Templates;

/// <summary>The templates of an owner.</summary>
internal sealed class TemplateShowCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("OWNER", "The owner.", OwnerId.TryParse);

    public TemplateShowCommand()
        : base("show", "The templates of an owner, and whether they could be used.", "squirrel owner template show web-team")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var templates = (await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken)).Templates;
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<TemplateShape>>([.. templates.Select(TemplateShape.Of)]);
        else if (templates.Count == 0)
            call.Terminal.Say($"'{id}' has no templates: all messages read as usual. 'squirrel owner template set {id} KIND' changes that.");
        foreach (var template in call.WantsJson ? [] : templates)
            Write(call.Terminal, template);
        return ExitCode.Fine;
    }

    private static void Write(Terminal terminal, OwnerTemplate template)
    {
        terminal.Say($"{template.Kind}");
        if (template.Failure is { } failure)
            terminal.Say($"  failed {Wording.Local(template.FailedAt!.Value, terminal.Clock)}, so the usual words were sent: {failure}");
        terminal.Say($"  subject: {template.Subject ?? "as usual"}");
        terminal.Say(template.Body is null ? "  body: as usual" : "  body:");
        foreach (var line in template.Body?.ReplaceLineEndings("\n").Split('\n') ?? [])
            terminal.Say($"    {line}");
    }
}
