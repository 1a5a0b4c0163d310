namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>How often the password of a page may be guessed within a minute: from one network so seldom that guessing is hopeless, and by all together so seldom that it keeps no silo busy.</summary>
/// <remarks>A stranger who guesses too often shuts out themselves, not the visitors.</remarks>
internal sealed class GuessLimit
{
    private const int MostOfANetwork = 10;
    private const int MostOfAll = 240;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, int> _guesses = new(StringComparer.Ordinal);
    private DateTimeOffset _began;
    private int _all;

    /// <summary>Whether one more guess from a network is looked at.</summary>
    public bool MayGuess(string network, DateTimeOffset now)
    {
        if (now - _began >= _window)
        {
            (_began, _all) = (now, 0);
            _guesses.Clear();
        }

        var guesses = _guesses.GetValueOrDefault(network);
        if (guesses >= MostOfANetwork || _all >= MostOfAll)
            return false;
        _guesses[network] = guesses + 1;
        _all++;
        return true;
    }
}
