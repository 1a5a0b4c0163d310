using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Templates;

/// <summary>What the commands about templates are told.</summary>
internal sealed class TemplateArguments
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("OWNER", "The owner.", OwnerId.TryParse);
    private readonly Argument<string> kind = new("KIND") { Description = "The kind of channel whose messages it is about: email, slack, …" };
    private readonly Option<string?> subject = new("--subject") { HelpName = "TEXT", Description = "The template of the subject, or of what stands first; @FILE takes it from a file. Else the usual one." };
    private readonly Option<string?> body = new("--body") { HelpName = "TEXT", Description = "The template of the rest; @FILE takes it from a file. Else the usual one." };

    public void AddTo(Command command, bool withTexts)
    {
        command.Add(owner);
        command.Add(kind);
        if (!withTexts)
            return;
        command.Add(subject);
        command.Add(body);
    }

    public OwnerId Owner(Call call) => call.Get(owner)!;

    public string Kind(Call call) => call.Get(kind)!.ToLowerInvariant();

    public string? Subject(Call call) => Read(call.Get(subject));

    public string? Body(Call call) => Read(call.Get(body));

    private static string? Read(string? given) => given is null ? null : GivenText.Read(given, "the template");

    public static int Complain(Call call, IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            call.Terminal.Complain(problem);
        return ExitCode.Mistake;
    }
}
