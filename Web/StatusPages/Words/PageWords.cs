using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Words;

/// <summary>What a status page says, in one language. A new language is one more of these.</summary>
internal sealed record PageWords
{
    /// <summary>The language, as HTML names it.</summary>
    public required string Code { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>What stands between whole numbers and their fraction.</summary>
    public required string DecimalMark { get; init; }

    /// <summary>What stands behind the number of a day: a dot in German.</summary>
    public required string DayMark { get; init; }

    public required string AllUp { get; init; }
    public required string AllDown { get; init; }
    public required string SomeDown { get; init; }
    public required string InMaintenance { get; init; }
    public required string KnownIncident { get; init; }
    public required string NothingKnown { get; init; }

    public required string Up { get; init; }
    public required string Down { get; init; }
    public required string Maintenance { get; init; }
    public required string Paused { get; init; }
    public required string Pending { get; init; }

    public required string Since { get; init; }
    public required string AsOf { get; init; }
    public required string Stale { get; init; }
    public required string AllTimesIn { get; init; }
    public required string Websites { get; init; }
    public required string Uptime { get; init; }
    public required string UptimeOf90Days { get; init; }
    public required string NoRecord { get; init; }
    public required string DaysAgo { get; init; }
    public required string Today { get; init; }
    public required string DaysWithOutages { get; init; }
    public required string AnsweredIn { get; init; }

    public required string Outages { get; init; }
    public required string NoOutages { get; init; }
    public required string Lasts { get; init; }
    public required string WasDownFor { get; init; }
    public required string IsDown { get; init; }
    public required string WasDown { get; init; }

    public required string PlannedMaintenance { get; init; }
    public required string UnderWay { get; init; }
    public required string Announcements { get; init; }
    public required string Earlier { get; init; }
    public required string Notice { get; init; }
    public required string Incident { get; init; }
    public required string Resolved { get; init; }
    public required string From { get; init; }
    public required string Feed { get; init; }
    public required string ToContent { get; init; }

    public required string Password { get; init; }
    public required string PasswordAsked { get; init; }
    public required string PasswordWrong { get; init; }
    public required string PasswordTooOften { get; init; }
    public required string Enter { get; init; }

    public required string Subscribe { get; init; }
    public required string SubscribeText { get; init; }
    public required string Address { get; init; }
    public required string SubscribeButton { get; init; }
    public required string NotAnAddress { get; init; }
    public required string MailIsOnItsWay { get; init; }
    public required string ConfirmAsk { get; init; }
    public required string ConfirmButton { get; init; }
    public required string ConfirmDone { get; init; }
    public required string LeaveAsk { get; init; }
    public required string LeaveButton { get; init; }
    public required string LeaveDone { get; init; }
    public required string LinkForeign { get; init; }
    public required string Back { get; init; }

    public required string Latency { get; init; }
    public required string Unknown { get; init; }
    public required string OneDay { get; init; }
    public required string Days { get; init; }
    public required string Hours { get; init; }
    public required string Minutes { get; init; }
    public required string Seconds { get; init; }

    public static PageWords Of(PageLanguage language) => language == PageLanguage.German ? German.Words : English.Words;
}
