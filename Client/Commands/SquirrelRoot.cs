using System.CommandLine;
using System.CommandLine.Help;
using UptimeSquirrel.Client.Maintenance;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Pages;
using UptimeSquirrel.Client.Templates;

namespace UptimeSquirrel.Client.Commands;

/// <summary>All commands under one name.</summary>
internal static class SquirrelRoot
{
    public static RootCommand Create(Terminal terminal)
    {
        var globals = new GlobalOptions();
        var root = new RootCommand("Watches websites, and says when one goes down.");
        globals.AddTo(root);
        foreach (var command in Commands())
        {
            root.Add(command);
            foreach (var runnable in WithAllBelow(command).OfType<SquirrelCommand>())
                runnable.SetAction((given, cancellation) => runnable.RunAsync(new Call(given, globals, terminal), cancellation));
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
        root.SetAction(given => ((HelpWithExamples)help.Action).Invoke(given));
        return root;
    }

    private static IEnumerable<Command> WithAllBelow(Command command) => command.Subcommands.SelectMany(WithAllBelow).Prepend(command);

    private static IEnumerable<Command> Commands() =>
    [
        new AddCommand(),
        new ImportCommand(),
        new Exporting.ExportCommand(),
        new Applying.ApplyCommand(),
        new ListCommand(),
        new StatusCommand(),
        new HistoryCommand(),
        new CheckCommand(),
        new PauseCommand(),
        new ResumeCommand(),
        new RemoveCommand(),
        new AckCommand(),
        new MuteCommand(),
        new UnmuteCommand(),
        new AlertsCommand(),
        new Command("owner", "Who is told, and what they were told.")
        {
            new OwnerShowCommand(),
            new OwnerSetCommand(),
            new OwnerDefaultsCommand(),
            new OwnerTestCommand(),
            new OwnerRemoveCommand(),
            new Command("quiet", "When an owner does not want to be disturbed.") { new QuietSetCommand(), new QuietOffCommand() },
            new DigestCommand(),
            new Command("report", "How an owner's websites did, by mail.") { new ReportSetCommand(), new ReportOffCommand() },
            new Command("template", "How an owner's messages read.") { new TemplateSetCommand(), new TemplateShowCommand(), new TemplateTestCommand(), new TemplateRemoveCommand() },
            new Command("channel", "The ways of telling an owner beside the e-mail addresses.")
            {
                new ChannelAddCommand(), new ChannelListCommand(), new ChannelRemoveCommand(), new ChannelKindsCommand(),
            },
        },
        new Command("maintenance", "When websites are expected to be down.") { new MaintenanceAddCommand(), new MaintenanceListCommand(), new MaintenanceRemoveCommand() },
        new Command("heartbeat", "Jobs that call, and are missed when they do not.") { new HeartbeatRenewCommand() },
        new Command("page", "Public status pages.")
        {
            new PageCreateCommand(), new PageListCommand(), new PageShowCommand(), new PageSetCommand(), new PagePasswordCommand(), new PageRemoveCommand(),
            new Command("website", "The websites on a status page.") { new PageWebsiteAddCommand(), new PageWebsiteRemoveCommand() },
            new Command("group", "Websites on a status page by a rule.") { new PageGroupAddCommand(), new PageGroupRemoveCommand() },
            new PageAnnounceCommand(), new PageUpdateCommand(), new PageWithdrawCommand(),
        },
        new SilosCommand(),
        new WatchCommand(),
        new Completion.CompletionCommand(),
    ];
}
