using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Reading;

/// <summary>Reads texts of a request as what they mean, and notes what cannot be read.</summary>
internal static class Texts
{
    private const double LongestSeconds = 100.0 * 365 * 86400;

    public static OwnerId? Owner(string? text, Mistakes mistakes, string field = "owner") => Read<OwnerId>(text, mistakes, field, OwnerId.TryParse);

    public static WebsiteUrl? Url(string? text, Mistakes mistakes, string field = "url") => Read<WebsiteUrl>(text, mistakes, field, WebsiteUrl.TryParse);

    /// <summary>What a text means; null when there is none, or when it means nothing, which is noted.</summary>
    public static T? Read<T>(string? text, Mistakes mistakes, string field, TryRead<T> tryRead)
        where T : class
    {
        if (text is null)
            return null;
        if (!tryRead(text, out var value, out var problem))
            mistakes.Add(field, problem!);
        return value;
    }

    public static TimeSpan? Seconds(double? seconds, Mistakes mistakes, string field)
    {
        if (seconds is not { } count)
            return null;
        if (double.IsFinite(count) && Math.Abs(count) <= LongestSeconds)
            return TimeSpan.FromSeconds(count);
        mistakes.Add(field, "That is no length of time: expected a number of seconds.");
        return null;
    }

    public static T? Word<T>(string? text, Mistakes mistakes, string field)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        foreach (var value in Enum.GetValues<T>())
            if (Words.Of(value) == text)
                return value;
        mistakes.Add(field, $"{Quote.Of(text)} is not known: expected {string.Join(", ", Enum.GetValues<T>().Select(value => Words.Of(value)))}.");
        return null;
    }

    /// <summary>How many a page may have, within what is allowed.</summary>
    public static int Limit(int? asked, int most, Mistakes mistakes, int usual = 100)
    {
        if (asked is < 1 || asked > most)
            mistakes.Add("limit", $"A page of {asked} cannot be had: expected 1 to {most}.");
        return Math.Clamp(asked ?? usual, 1, most);
    }

    /// <summary>Notes a text that is longer than anybody needs.</summary>
    public static string? Short(string? text, int most, Mistakes mistakes, string field)
    {
        if (text?.Length > most)
            mistakes.Add(field, $"The text has {text.Length} characters: expected at most {most}.");
        return text;
    }
}
