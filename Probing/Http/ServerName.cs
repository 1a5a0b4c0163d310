namespace UptimeSquirrel.Probing;

/// <summary>Whom a certificate is asked of: whoever answers for a name at a port, whatever the website.</summary>
internal readonly record struct ServerName(string Host, int Port);
