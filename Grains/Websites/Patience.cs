using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>How much it takes to change our mind about a website.</summary>
/// <param name="RecheckDelays">How long to wait before each further look at a website that just failed.</param>
/// <param name="SuccessesBeforeUp">How many good looks in a row end an incident.</param>
internal sealed record Patience(IReadOnlyList<TimeSpan> RecheckDelays, int SuccessesBeforeUp)
{
    private static readonly TimeSpan _defaultRecoveryDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _defaultAskAgainDelay = TimeSpan.FromSeconds(30);

    public int FailuresBeforeDown => RecheckDelays.Count + 1;

    public TimeSpan RecoveryDelay => RecheckDelays.Count > 0 ? RecheckDelays[0] : _defaultRecoveryDelay;

    /// <summary>How long to wait before others are asked again, when what they said decided nothing.</summary>
    public TimeSpan AskAgainDelay => RecheckDelays.Count > 0 ? RecheckDelays[^1] : _defaultAskAgainDelay;

    /// <summary>How long after this many failed looks in a row the next one counts.</summary>
    public TimeSpan DelayAfter(int failures) =>
        RecheckDelays.Count == 0 ? TimeSpan.Zero : RecheckDelays[Math.Clamp(failures - 1, 0, RecheckDelays.Count - 1)];

    /// <summary>The patience with one website: that of the installation, unless its owner said otherwise.</summary>
    public static Patience Of(PatienceSettings? own, ChecksOptions options) => own is null
        ? options.Patience
        : new(own.RecheckDelays ?? options.RecheckDelays, own.SuccessesBeforeUp ?? options.SuccessesBeforeUp);

    public static Patience From(ChecksOptions options) => new(options.RecheckDelays, options.SuccessesBeforeUp);
}
