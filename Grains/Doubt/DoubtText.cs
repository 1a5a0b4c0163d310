using System.Globalization;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>Puts a doubt into words.</summary>
internal static class DoubtText
{
    /// <summary>Why a silo doubts itself, as the end of a sentence.</summary>
    public static string Why(Finding finding, Tally tally, string witnesses)
    {
        var failures = tally.Failures == 0
            ? "Checks fail"
            : string.Create(CultureInfo.InvariantCulture, $"{tally.Failures:N0} of {tally.Looks:N0} checks failed within {DoubtRules.Fresh.TotalSeconds:0} s");
        return finding == Finding.OthersSeeThem
            ? $"{failures}, while {witnesses} {(witnesses.Contains(" and ", StringComparison.Ordinal) ? "see" : "sees")} the same websites up."
            : $"{failures}, and none of the reference addresses answers.";
    }

    /// <summary>Why it trusts itself again.</summary>
    public static string WhyNot(Finding finding) => finding switch
    {
        Finding.WeSeeThem => "it sees the websites that failed up again",
        Finding.TheyAreDown => "the websites that failed are down, and a reference address answers",
        _ => "nobody sees the websites that failed up",
    };
}
