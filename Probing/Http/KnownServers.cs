namespace UptimeSquirrel.Probing;

/// <summary>The servers that may be met with less than a full handshake, at most so many. Of all others nothing is remembered.</summary>
internal sealed class KnownServers(int maximum, TimeProvider time)
{
    // Looking for what is out of date takes a look at all of them, and where many more want in than there is room for, each asks.
    private static readonly TimeSpan _tidyEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<ServerName, KnownServer> _servers = [];
    private DateTimeOffset _tidiedAt;

    /// <summary>What is known of a server, if that will do.</summary>
    public KnownServer? Find(ServerName server)
    {
        lock (_lock)
            return _servers.TryGetValue(server, out var known) && known.WillDo(time.GetUtcNow()) ? known : null;
    }

    /// <summary>Remembers the certificate of a full handshake.</summary>
    public void Remember(ServerName server, VerifiedCertificate certificate)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_servers.TryGetValue(server, out var known))
                _servers[server] = known.After(certificate, now);
            else if (HasRoom(now))
                _servers.Add(server, new KnownServer(now, certificate));
        }
    }

    /// <summary>What was known led astray: for a while nothing but full handshakes, for not every server can do without.</summary>
    public void Doubt(ServerName server)
    {
        lock (_lock)
            if (_servers.TryGetValue(server, out var known))
                _servers[server] = known with { ResumesFrom = time.GetUtcNow() + KnownServer.KnownFor };
    }

    public void Forget(ServerName server)
    {
        lock (_lock)
            _servers.Remove(server);
    }

    private bool HasRoom(DateTimeOffset now)
    {
        if (_servers.Count >= maximum && (now - _tidiedAt).Duration() >= _tidyEvery)
        {
            _tidiedAt = now;
            foreach (var (server, known) in _servers)
                if (known.IsLost(now))
                    _servers.Remove(server);
        }

        return _servers.Count < maximum;
    }
}
