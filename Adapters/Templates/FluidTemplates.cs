using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Fluid;
using UptimeSquirrel.Grains.Owners.Templates;

namespace UptimeSquirrel.Adapters.Templates;

/// <summary>Templates in the Liquid language, with no way out: no files, no other templates, no members of objects, and a limit to everything they do.</summary>
internal sealed partial class FluidTemplates : ITextTemplates
{
    private const int MostSteps = 5_000;
    private const int LongestText = 16_000;
    private const int MostKept = 1_000;

    private static readonly FluidParser _parser = NewParser();
    private static readonly TemplateOptions _options = NewOptions();

    private readonly ConcurrentDictionary<string, IFluidTemplate> _read = new();

    public string? Problem(string template) => Read(template).Problem;

    public FilledTemplate Fill(string template, IReadOnlyDictionary<string, object?> facts, bool isJson)
    {
        var (read, problem) = Read(template);
        if (read is null)
            return new FilledTemplate(null, problem);
        try
        {
            var context = new TemplateContext(_options);
            foreach (var (name, value) in facts)
                context.SetValue(name, PlainFacts.Of(value));
            using var writer = new BoundedWriter(LongestText);
            var filling = read.RenderAsync(writer, isJson ? JavaScriptEncoder.Default : NullEncoder.Default, context);

            // There is nothing that it could wait for. Were there, then waiting here could block the grain that waits for it.
            if (!filling.IsCompleted)
                throw new InvalidOperationException("It waited for something.");
            filling.GetAwaiter().GetResult();
            return new FilledTemplate(writer.ToString(), null);
        }
        catch (Exception e)
        {
            // Whatever a template does is no trouble of ours: the usual words are sent, and its owner is told.
            return new FilledTemplate(null, Sentence(e.Message));
        }
    }

    // Reading takes longer than filling in, and one template is used for every message.
    private (IFluidTemplate? Template, string? Problem) Read(string text)
    {
        if (_read.TryGetValue(text, out var known))
            return (known, null);
        if (TemplateShape.Problem(text) is { } shapeless)
            return (null, shapeless);
        if (!_parser.TryParse(text, out var template, out var error))
            return (null, Place(error));
        if (NameCheck.Problem(template) is { } unknown)
            return (null, unknown);
        if (_read.Count >= MostKept)
            _read.Clear();
        return (_read[text] = TextOutput.In(template), null);
    }

    private static FluidParser NewParser()
    {
        var parser = new FluidParser();
        foreach (var tag in parser.RegisteredTags.Keys.Except(TemplateWords.Tags).ToArray())
            parser.RegisteredTags.Remove(tag);
        return parser;
    }

    private static TemplateOptions NewOptions()
    {
        var options = new TemplateOptions
        {
            MaxSteps = MostSteps,
            MaxRecursion = 20,
            CultureInfo = CultureInfo.InvariantCulture,
            MemberAccessStrategy = new NoMembers(),
            StrictFilters = true,
            TimeZone = TimeZoneInfo.Utc,
        };
        var known = options.Filters.ToDictionary(filter => filter.Key, filter => filter.Value);
        options.Filters.Clear();
        foreach (var name in TemplateWords.Filters)
            options.Filters.AddFilter(name, BoundedFilter.Of(known[name], LongestText));
        return options;
    }

    // "Unknown tag 'x' at (2:7)", and then the line itself.
    private static string Place(string error)
    {
        var first = error.Split('\n')[0].Trim();
        return Position().Match(first) is { Success: true } at
            ? $"Line {at.Groups["line"].Value}, column {at.Groups["column"].Value}: {Sentence(first[..at.Index])}"
            : Sentence(first);
    }

    private static string Sentence(string words)
    {
        var line = Grains.Owners.PlainLine.From(words, 200);
        return line.Length == 0 ? "It failed." : char.ToUpperInvariant(line[0]) + line[1..].TrimEnd('.') + ".";
    }

    [GeneratedRegex(@" at \((?<line>[0-9]+):(?<column>[0-9]+)\)")]
    private static partial Regex Position();

    private sealed class NoMembers : MemberAccessStrategy
    {
        public override IMemberAccessor? GetAccessor(Type type, string name) => null;

        public override void Register(Type type, IEnumerable<KeyValuePair<string, IMemberAccessor>> accessors) { }
    }
}
