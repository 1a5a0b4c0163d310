using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Says when an owner does not want to be disturbed.</summary>
internal sealed class QuietSetCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);
    private readonly Option<TimeOnly?> from = Reading.ValueOption<TimeOnly>("--from", "HH:MM", "When it begins.", TryReadTime);
    private readonly Option<TimeOnly?> to = Reading.ValueOption<TimeOnly>("--to", "HH:MM", "When it ends; on the next day when it is earlier than --from.", TryReadTime);
    private readonly Option<string?> zone = new("--zone") { HelpName = "ZONE", Description = "The time zone, such as Europe/Berlin." };
    private readonly Option<WeekDays?> days = Reading.Option<WeekDays>("--days", "DAYS", "The days on which it begins: mon-fri, or sat,sun. Else every day.", WeekDays.TryParse);
    private readonly Option<bool> holdAll = new("--hold-all") { Description = "Outages wait, too. Else only what is less urgent does." };

    public QuietSetCommand()
        : base(
            "set",
            "Say when an owner does not want to be disturbed. What comes then is told when it ends.",
            "squirrel owner quiet set web-team --from 22:00 --to 07:00 --zone Europe/Berlin",
            "squirrel owner quiet set web-team --from 18:00 --to 08:00 --zone America/New_York --days mon-thu --hold-all")
    {
        Add(owner);
        Add(from);
        Add(to);
        Add(zone);
        Add(days);
        Add(holdAll);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        if (call.Get(from) is not { } begin || call.Get(to) is not { } end || call.Get(zone) is not { Length: > 0 } where)
            throw new CallerMistakeException("Quiet hours need --from, --to and --zone: expected something like --from 22:00 --to 07:00 --zone Europe/Berlin.");
        var quiet = new QuietHours { From = begin, To = end, Zone = where, Days = call.Get(days)?.Days ?? [], HoldsAll = call.Get(holdAll) };
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var problems = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetQuietHoursAsync(quiet), cancellationToken);
        foreach (var problem in problems)
            call.Terminal.Complain(problem);
        if (problems.Count > 0)
            return ExitCode.Mistake;
        if (call.WantsJson)
            call.AnswerJson(QuietHoursShape.Of(quiet));
        else
            call.Terminal.Say($"Quiet hours of '{id}': {QuietHoursText.Of(quiet)}.");
        return ExitCode.Fine;
    }

    private static bool TryReadTime(string? text, out TimeOnly time, out string? problem) => TimeOfDay.TryRead(text, $"'{PlainText.Start(text ?? "")}'", "22:00", out time, out problem);
}
