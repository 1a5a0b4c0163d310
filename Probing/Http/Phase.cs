namespace UptimeSquirrel.Probing;

/// <summary>How far one request has come: what it was waiting for when its time ran out.</summary>
internal enum Phase
{
    NameLookup,
    Connecting,
    Handshake,
    Answering,
}
