using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Templates;

/// <summary>Changes how an owner's messages read.</summary>
internal sealed class TemplateSetCommand : SquirrelCommand
{
    private readonly TemplateArguments arguments = new();

    public TemplateSetCommand()
        : base(
            "set",
            "Say how an owner's messages over one kind of channel are to read. What is not given reads as usual.",
            "squirrel owner template set web-team slack --subject \"[shop] {{ subject }}\"",
            "squirrel owner template set web-team email --subject \"{{ headline }}\" --body @mail.liquid")
    {
        arguments.AddTo(this, withTexts: true);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (id, kind, subject, body) = (arguments.Owner(call), arguments.Kind(call), arguments.Subject(call), arguments.Body(call));
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var change = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetTemplateAsync(kind, subject, body), cancellationToken);
        if (change.Template is not { } template)
            return TemplateArguments.Complain(call, change.Problems);
        if (call.WantsJson)
            call.AnswerJson(TemplateShape.Of(template));
        else
            call.Terminal.Say($"'{id}' gets messages by {kind} in these words from now on. 'squirrel owner template test {id} {kind}' shows them.");
        return ExitCode.Fine;
    }
}
