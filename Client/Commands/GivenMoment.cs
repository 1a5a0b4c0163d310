using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Client.Commands;

/// <summary>A moment that an option may hold.</summary>
internal static class GivenMoment
{
    /// <summary>The moment; null when none was given.</summary>
    /// <exception cref="CallerMistakeException">It is none; the message names the option.</exception>
    public static DateTimeOffset? Read(string option, string? given, TimeZoneInfo zone) =>
        given is null ? null : ZonedMoment.TryRead(given, zone, out var moment, out var problem) ? moment : throw new CallerMistakeException($"{option}: {problem}");
}
