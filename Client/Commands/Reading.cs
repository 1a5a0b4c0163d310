using System.CommandLine;
using System.CommandLine.Parsing;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Options and arguments that are read by our own words, so that a mistake is told in our own sentences.</summary>
internal static class Reading
{
    public static Option<T?> Option<T>(string name, string helpName, string description, TryRead<T> tryRead)
        where T : class => new(name) { HelpName = helpName, Description = description, CustomParser = result => One(result, name, tryRead) };

    public static Option<T?> ValueOption<T>(string name, string helpName, string description, TryRead<T> tryRead)
        where T : struct => new(name) { HelpName = helpName, Description = description, CustomParser = result => One<T>(result, name, tryRead) };

    public static Option<T[]?> ListOption<T>(string name, string helpName, string description, TryRead<T> tryRead)
        where T : class => new(name) { HelpName = helpName, Description = description, Arity = ArgumentArity.OneOrMore, CustomParser = result => Many(result, name, tryRead) };

    public static Option<OwnerId?> Owner(string description) => Option<OwnerId>("--owner", "ID", description, OwnerId.TryParse);

    public static Option<EmailAddress[]?> Emails(string description) => ListOption<EmailAddress>("--email", "ADDRESS", description, EmailAddress.TryParse);

    public static Argument<WebsiteReference?> Website() => new("URL|ID")
    {
        Description = "The website's address, or its id as 'squirrel list --json' shows it.",
        CustomParser = result => One<WebsiteReference>(result, null, WebsiteReference.TryParse),
    };

    public static Argument<T?> Argument<T>(string name, string description, TryRead<T> tryRead)
        where T : class => new(name) { Description = description, CustomParser = result => One(result, null, tryRead) };

    public static bool TryReadCount(string? text, out int count, out string? problem)
    {
        var isGood = int.TryParse(text, out count) && count > 0;
        problem = isGood ? null : $"'{PlainText.Start(text ?? "")}' is not a count: expected a whole number from 1.";
        return isGood;
    }

    public static bool TryReadStanding(string? text, out Standing standing, out string? problem)
    {
        var names = Enum.GetNames<Standing>().Select(name => name.ToLowerInvariant()).ToList();
        var known = names.IndexOf((text ?? "").Trim().ToLowerInvariant());
        standing = known < 0 ? default : Enum.GetValues<Standing>()[known];
        problem = known < 0 ? $"'{PlainText.Start(text ?? "")}' is not a standing: expected one of {string.Join(", ", names)}." : null;
        return known >= 0;
    }

    private static T? One<T>(ArgumentResult result, string? name, TryRead<T> tryRead)
    {
        if (tryRead(result.Tokens.Count > 0 ? result.Tokens[^1].Value : null, out var value, out var problem))
            return value;
        result.AddError(name is null ? problem! : $"{name}: {problem}");
        return default;
    }

    public static T[] Many<T>(ArgumentResult result, string name, TryRead<T> tryRead)
    {
        var values = new List<T>();
        foreach (var token in result.Tokens)
        {
            if (tryRead(token.Value, out var value, out var problem))
                values.Add(value!);
            else
                result.AddError($"{name}: {problem}");
        }
        return [.. values];
    }
}
