namespace UptimeSquirrel.Turns;

/// <summary>Lets one of several silos do something at a time. The key names what is to be done.</summary>
/// <remarks>Kept in memory only: when its silo dies, somebody else may begin before the first has ended.</remarks>
[Alias("uptime.turn")]
public interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Takes the turn, or keeps it for longer.</summary>
    /// <param name="who">Who wants it; one name for each of those who may.</param>
    /// <param name="length">After how long it ends by itself.</param>
    /// <returns>Whether it is theirs; false while somebody else has it.</returns>
    [Alias("TryTake")]
    Task<bool> TryTakeAsync(string who, TimeSpan length);

    /// <summary>Ends the turn before its time; nothing happens when it is not theirs.</summary>
    [Alias("End")]
    Task EndAsync(string who);
}
