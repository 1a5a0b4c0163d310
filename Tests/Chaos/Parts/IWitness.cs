using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>Who watches a run for more than what is counted in all of them.</summary>
internal interface IWitness
{
    /// <summary>Whose mails are its own affair, and are not counted.</summary>
    string Recipient { get; }

    /// <summary>Prepares, before anything is counted: all silos are there, and all websites are watched.</summary>
    Task ArriveAsync(CancellationToken cancellationToken);

    /// <summary>Watches until it is over.</summary>
    Task WatchAsync(CancellationToken over);

    /// <summary>Looks around when all is done, and says what was found; the silos still run.</summary>
    Task<IReadOnlyList<Figure>> TestifyAsync(CancellationToken cancellationToken);
}
