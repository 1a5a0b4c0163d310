using System.Text.Json;

namespace UptimeSquirrel.Web.Api;

/// <summary>What is wrong with JSON that was sent, in words for those who sent it.</summary>
internal static class JsonMistakes
{
    // All others are about the JSON itself, whichever field comes before the place where it breaks.
    private static readonly string[] _ofFields = ["could not be mapped", "could not be converted", "null value", "doesn't allow", "uplicate"];

    /// <summary>The field it is about, such as <c>headers[0].name</c>; <c>body</c> when it is about all of it.</summary>
    public static string FieldOf(JsonException mistake)
    {
        var path = mistake.Path ?? "$";
        if (!_ofFields.Any(part => mistake.Message.Contains(part, StringComparison.Ordinal)))
            return "body";
        return path is "$" ? NameIn(mistake.Message) ?? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
    }

    public static string Explain(JsonException mistake)
    {
        var field = FieldOf(mistake);
        return mistake.Message switch
        {
            var text when text.Contains("could not be mapped to any", StringComparison.Ordinal) => $"There is no field {Quote.Of(NameIn(text) ?? field)} here.",
            var text when text.Contains("missing required", StringComparison.Ordinal) => $"A field is missing that must be there: {Names(text)}.",
            var text when text.Contains("could not be converted", StringComparison.Ordinal) => $"What is said for {Quote.Of(field)} is not of the kind that it takes.",
            var text when text.Contains("null value", StringComparison.Ordinal) || text.Contains("doesn't allow", StringComparison.Ordinal) => $"{Quote.Of(field)} cannot be null: give a value, or leave it out.",
            var text when text.Contains("uplicate", StringComparison.Ordinal) => $"The field {Quote.Of(NameIn(text) ?? field)} is there twice: expected once.",
            _ => $"That is no JSON that can be read, from line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1} on.",
        };
    }

    private static string? NameIn(string message) => message.Split('\'') is [_, var name, _, ..] && !name.Contains('.', StringComparison.Ordinal) ? name : null;

    private static string Names(string message) =>
        message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().TrimEnd('.').Replace("'", "", StringComparison.Ordinal);
}
