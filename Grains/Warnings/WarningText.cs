using System.Globalization;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>Warnings in words.</summary>
internal static class WarningText
{
    /// <summary>The news in one sentence, without the number of days, which would be wrong tomorrow.</summary>
    public static string Sentence(ExpiryFacts facts, bool isRenewed) =>
        $"{Thing(facts)} {(isRenewed ? "was renewed and is good until" : "expires on")} {Day(facts.ExpiresAt)}.";

    public static string Sentence(SlownessFacts facts, AlertKind kind) => kind == AlertKind.BecameSlow
        ? $"It answers, but needed more than {Seconds(facts.Limit)} for {facts.Looks} checks in a row."
        : $"It needed at most {Seconds(facts.Limit)} for {facts.Looks} checks in a row.";

    public static string Cause(ExpiryFacts facts) =>
        $"{(facts.IsDomain ? "domain" : "certificate")} not after {facts.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}";

    public static string Cause(SlownessFacts facts) => $"{Seconds(facts.Took)} for the last check";

    /// <summary>What expires: <c>The certificate of shop.example</c>.</summary>
    public static string Thing(ExpiryFacts facts) => facts.IsDomain ? $"The domain {facts.Name}" : $"The certificate of {facts.Name}";

    /// <summary>How long until then, in days begun: <c>in 7 days</c>.</summary>
    public static string In(DateTimeOffset then, DateTimeOffset now) => (int)Math.Ceiling((then - now).TotalDays) switch
    {
        <= 1 => "within a day",
        var days => $"in {days} days",
    };

    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} s");
}
