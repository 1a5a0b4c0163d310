using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what an answer has not that it must have: once for the person who owns the shop, once for the one who mends it.</summary>
internal static class UnmetText
{
    private const int MaximumShown = 120;

    /// <summary>One plain sentence.</summary>
    public static string Sentence(UnmetExpectation unmet) => unmet.Kind switch
    {
        FailureKind.KeywordMissing => $"The page came, but the words {Shown(unmet.Expected)} are not {(unmet.IsCut ? "in its first 64 kB" : "on it")}.",
        FailureKind.UnwantedKeywordFound => $"The page came, but the words {Shown(unmet.Expected)} are on it, which must not be there.",
        FailureKind.JsonDiffers => $"The answer came, but its value {Bare(unmet.Place)} is {Shown(unmet.Found)} instead of {Shown(unmet.Expected)}.",
        FailureKind.JsonMissing => $"The answer came, but it has no value {Bare(unmet.Place)}.",
        FailureKind.NotJson when unmet.IsCut => "The answer came, but it is longer than the 64 kB of JSON that are read.",
        FailureKind.NotJson => "The answer came, but it is not JSON.",
        FailureKind.HeaderDiffers => $"The page came, but its header {Bare(unmet.Place)} is {Shown(unmet.Found)}, without {Shown(unmet.Expected)} in it.",
        FailureKind.HeaderMissing => $"The page came, but without the header {Bare(unmet.Place)}.",
        _ => $"The page came, but it cannot be read: {Bare(unmet.Found)}.",
    };

    /// <summary>The technical cause.</summary>
    public static string Cause(UnmetExpectation unmet) => unmet.Kind switch
    {
        FailureKind.KeywordMissing => $"keyword {Shown(unmet.Expected)} not {(unmet.IsCut ? "in the first 64 kB" : "found")}",
        FailureKind.UnwantedKeywordFound => $"unwanted keyword {Shown(unmet.Expected)} found",
        FailureKind.JsonDiffers => $"JSON {Bare(unmet.Place)} is {Shown(unmet.Found)}, expected {Shown(unmet.Expected)}",
        FailureKind.JsonMissing => $"JSON without {Bare(unmet.Place)}",
        FailureKind.NotJson => unmet.IsCut ? "JSON longer than 64 kB" : "not JSON",
        FailureKind.HeaderDiffers => $"header {Bare(unmet.Place)} is {Shown(unmet.Found)}, expected {Shown(unmet.Expected)} in it",
        FailureKind.HeaderMissing => $"header {Bare(unmet.Place)} missing",
        _ => $"page unreadable: {Bare(unmet.Found)}",
    };

    private static string Shown(string? text) => $"'{Bare(text)}'";

    private static string Bare(string? text) => CleanText.Of(text ?? "", MaximumShown);
}
