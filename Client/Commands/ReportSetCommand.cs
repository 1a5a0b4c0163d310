using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Has an owner told now and then how their websites did.</summary>
internal sealed class ReportSetCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);
    private readonly Option<bool> weekly = new("--weekly") { Description = "On Monday at 8, about the week before." };
    private readonly Option<bool> monthly = new("--monthly") { Description = "On the first of the month at 8, about the month before." };
    private readonly Option<string?> zone = new("--zone") { HelpName = "ZONE", Description = "The time zone, such as Europe/Berlin; else UTC." };

    public ReportSetCommand()
        : base(
            "set",
            "Send a report by mail: uptime, outages and the slowest of an owner's websites.",
            "squirrel owner report set web-team --weekly --zone Europe/Berlin",
            "squirrel owner report set web-team --monthly")
    {
        Add(owner);
        Add(weekly);
        Add(monthly);
        Add(zone);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        if (call.Get(weekly) == call.Get(monthly))
            throw new CallerMistakeException("A report is either --weekly or --monthly: expected one of them.");
        var plan = new ReportPlan(call.Get(weekly) ? ReportPeriod.Weekly : ReportPeriod.Monthly, call.Get(zone) ?? "UTC");
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var problems = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).SetReportAsync(plan), cancellationToken);
        foreach (var problem in problems)
            call.Terminal.Complain(problem);
        if (problems.Count > 0)
            return ExitCode.Mistake;
        if (call.WantsJson)
            call.AnswerJson(ReportShape.Of(plan));
        else
            call.Terminal.Say($"'{id}' gets a {(plan.Period == ReportPeriod.Weekly ? "weekly" : "monthly")} report, at 8 o'clock {plan.Zone}.");
        return ExitCode.Fine;
    }
}
