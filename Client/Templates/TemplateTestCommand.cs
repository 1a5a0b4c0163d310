using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Templates;

/// <summary>Shows how an owner's messages would read.</summary>
internal sealed class TemplateTestCommand : SquirrelCommand
{
    private readonly TemplateArguments arguments = new();

    public TemplateTestCommand()
        : base(
            "test",
            "Show how messages read with made-up alerts: as they are set, or as given here. Nothing is sent or changed.",
            "squirrel owner template test web-team slack",
            "squirrel owner template test web-team email --body @mail.liquid")
    {
        arguments.AddTo(this, withTexts: true);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (id, kind, subject, body) = (arguments.Owner(call), arguments.Kind(call), arguments.Subject(call), arguments.Body(call));
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var test = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).TestTemplateAsync(kind, subject, body), cancellationToken);
        if (test.Problems.Count > 0)
            return TemplateArguments.Complain(call, test.Problems);
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<TemplatePreviewShape>>([.. test.Previews.Select(TemplatePreviewShape.Of)]);
        foreach (var preview in call.WantsJson ? [] : test.Previews)
        {
            call.Terminal.Say($"== {preview.Occasion}");
            if (preview.Subject.Length > 0)
                call.Terminal.Say(preview.Subject);
            call.Terminal.Say();
            foreach (var line in preview.Body.Split('\n'))
                call.Terminal.Say(line);
            call.Terminal.Say();
        }

        return ExitCode.Fine;
    }
}
