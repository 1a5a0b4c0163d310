namespace UptimeSquirrel.Probing;

/// <summary>Who knows a name.</summary>
internal enum NameKind
{
    /// <summary>The name servers do.</summary>
    Public,

    /// <summary>Nobody does, by agreement.</summary>
    Invalid,

    /// <summary>It is this machine.</summary>
    Localhost,

    /// <summary>Only the machine's own resolver does, by its search list or by asking around in the local network.</summary>
    Local,
}
