namespace UptimeSquirrel.Grains.Doubt;

/// <summary>When a silo examines itself, and what it finds.</summary>
internal static class DoubtRules
{
    /// <summary>How long a failure is fresh.</summary>
    /// <remarks>Longer than the time between a network's end and the last of its time-outs (12 s), shorter than what a website gets before it is called down.</remarks>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>How often a silo in doubt examines itself again, and how soon after an examination another one may begin.</summary>
    public static readonly TimeSpan ExamineEvery = TimeSpan.FromSeconds(10);

    /// <summary>How long a doubt must last before the operator is told.</summary>
    public static readonly TimeSpan TellAfter = TimeSpan.FromSeconds(30);

    /// <summary>So many websites are enough to tell our trouble from theirs, and few enough to look at all of them again every time.</summary>
    public const int SampleSize = 5;

    /// <summary>So many other silos look at each of the sample: one of them may be in the same trouble.</summary>
    public const int MostWitnesses = 2;

    // Of 1,000 websites one or two go down in a bad minute, and a hoster's failure takes a few per cent of them. Five at once, and every fifth
    // look, is what hardly anything but our own network does; the examination finds out when it was something else, and costs a few looks.
    private const int LeastFailures = 5;
    private const int OneOfEvery = 5;

    /// <summary>Whether failures are so broad that the reason may be here.</summary>
    public static bool IsBroad(Tally tally) => tally.Failures >= LeastFailures && tally.Failures * OneOfEvery >= tally.Looks;

    /// <summary>What the evidence means.</summary>
    public static Finding Judge(Evidence evidence)
    {
        if (evidence.SeenByUs * 2 > evidence.Sample)
            return Finding.WeSeeThem;
        if (evidence.SeenByOthers * 2 > evidence.JudgedByOthers)
            return Finding.OthersSeeThem;
        return evidence.ReferenceAnswers switch
        {
            false => Finding.NothingAnswers,
            true => Finding.TheyAreDown,
            null => Finding.NobodyToAsk,
        };
    }

    /// <summary>Whether a silo that finds this must doubt itself.</summary>
    public static bool IsDoubt(Finding finding) => finding is Finding.OthersSeeThem or Finding.NothingAnswers;
}
