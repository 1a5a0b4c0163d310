namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>What each of those compared is given to do.</summary>
/// <param name="Websites">How many are watched.</param>
/// <param name="PerSecond">How many checks are due in a second.</param>
/// <param name="Length">How long each is measured, once it keeps the pace.</param>
/// <param name="With">Who else is in the comparison, beside the bare client and the product.</param>
internal sealed record BesidePlan(int Websites, int PerSecond, TimeSpan Length, IReadOnlyList<string> With)
{
    /// <summary>Between two checks of one website, in seconds.</summary>
    public int Every => Websites / PerSecond;

    /// <summary>Says everything that is wrong with it; nothing when it is good.</summary>
    public IEnumerable<string> FindProblems()
    {
        if (PerSecond < 1 || Websites < PerSecond || Websites % PerSecond != 0)
            yield return $"{Websites} websites at {PerSecond} checks a second: expected a multiple of the checks, so that the interval is a whole number of seconds, for example {Math.Max(1, PerSecond) * 5}.";
        if (Length < TimeSpan.FromSeconds(1))
            yield return $"{Length.TotalSeconds:0} seconds: expected at least 1.";
        foreach (var stranger in With.Except(Contenders.Names))
            yield return $"There is nothing called '{stranger}' to compare with: expected some of {string.Join(", ", Contenders.Names)}.";
    }
}
