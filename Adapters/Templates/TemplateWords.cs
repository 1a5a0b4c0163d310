namespace UptimeSquirrel.Adapters.Templates;

/// <summary>What of the language templates may use. <c>docs/templates.md</c> lists it.</summary>
internal static class TemplateWords
{
    public static readonly IReadOnlyList<string> Tags = ["if", "unless", "case", "for", "break", "continue", "assign", "comment", "raw"];

    public static readonly IReadOnlyList<string> Filters =
    [
        "append", "capitalize", "default", "downcase", "first", "join", "last", "prepend", "remove", "replace", "size", "slice", "strip", "truncate", "upcase",
        "plus", "minus", "times", "divided_by", "round", "where", "map",
    ];
}
