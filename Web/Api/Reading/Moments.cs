namespace UptimeSquirrel.Web.Api.Reading;

/// <summary>Moments that databases know, too.</summary>
internal static class Moments
{
    private static readonly DateTimeOffset _last = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The moment in UTC, brought between 1970 and the year 9000: nothing happened outside.</summary>
    public static DateTimeOffset? Within(DateTimeOffset? moment) => moment switch
    {
        null => null,
        { } given when given < DateTimeOffset.UnixEpoch => DateTimeOffset.UnixEpoch,
        { } given when given > _last => _last,
        { } given => given.ToUniversalTime(),
    };
}
