using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Templates;

/// <summary>Has an owner's messages read as usual again.</summary>
internal sealed class TemplateRemoveCommand : SquirrelCommand
{
    private readonly TemplateArguments arguments = new();

    public TemplateRemoveCommand()
        : base("remove", "Have an owner's messages over one kind of channel read as usual again.", "squirrel owner template remove web-team slack")
    {
        arguments.AddTo(this, withTexts: false);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (id, kind) = (arguments.Owner(call), arguments.Kind(call));
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var removed = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).RemoveTemplateAsync(kind), cancellationToken)
            ?? throw new CallerMistakeException($"'{id}' has no template for '{PlainText.Start(kind)}': 'squirrel owner template show {id}' shows those there are.");
        if (call.WantsJson)
            call.AnswerJson(TemplateShape.Of(removed));
        else
            call.Terminal.Say($"'{id}' gets messages by {kind} in the usual words from now on.");
        return ExitCode.Fine;
    }
}
