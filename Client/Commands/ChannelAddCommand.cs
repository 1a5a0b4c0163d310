using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Adds a way of telling an owner.</summary>
internal sealed class ChannelAddCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("OWNER", "The owner.", OwnerId.TryParse);
    private readonly Argument<string> kind = new("KIND") { Description = "What it is; 'squirrel owner channel kinds' shows them all." };
    private readonly Option<GivenSetting[]?> settings = Reading.ListOption<GivenSetting>(
        "--set", "NAME=VALUE", "What it takes; may be repeated. NAME=@FILE takes the value from a file, which keeps a secret out of the shell's history.", GivenSetting.TryParse);

    private readonly Option<TimeSpan?> after = Reading.ValueOption<TimeSpan>(
        "--after", "TIME", "Only for outages that are still open and that nobody has acknowledged after so long: 10m. Else at once, for everything.", Duration.TryParse);

    private readonly Option<string?> only = new("--only") { HelpName = "SEVERITY", Description = "Only for what is critical (outages and their ends), or at least a warning." };

    public ChannelAddCommand()
        : base(
            "add",
            "Add a way of telling an owner, beside those there are.",
            "squirrel owner channel add web-team ntfy --set topic=k3hTq-alerts",
            "squirrel owner channel add web-team slack --set url=@slack-url.txt",
            "squirrel owner channel add web-team sms-twilio --set to=+15558675310 --set from=+15017122661 --set account=AC0123 --set token=@token.txt --after 10m")
    {
        Add(owner);
        Add(kind);
        Add(settings);
        Add(after);
        Add(only);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        var given = new Dictionary<string, string>();
        foreach (var setting in call.Get(settings) ?? [])
            if (!given.TryAdd(setting.Name, setting.Read()))
                throw new CallerMistakeException($"'{PlainText.Start(setting.Name)}' was given twice: expected one value.");
        var use = new ChannelUse(call.Get(after), call.Get(only)?.ToLowerInvariant());
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var change = await cluster.AskAsync(
            grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).AddChannelAsync(call.Get(kind)!.ToLowerInvariant(), given, use), cancellationToken);
        if (change.Channel is not { } channel)
        {
            foreach (var problem in change.Problems)
                call.Terminal.Complain(problem);
            return ExitCode.Mistake;
        }

        if (call.WantsJson)
            call.AnswerJson(ChannelShape.Of(channel));
        else
            call.Terminal.Say($"'{id}' is told by {channel.Id} from now on. 'squirrel owner test {id}' tries it.");
        return ExitCode.Fine;
    }
}
