namespace UptimeSquirrel.Checks;

/// <summary>Where the time of a look went; redirects and repeated requests are added up.</summary>
/// <param name="NameLookup">Finding out the addresses of the name.</param>
/// <param name="Connecting">Until an address had accepted a connection.</param>
/// <param name="Handshake">Setting up encryption; zero where there is none.</param>
/// <param name="Answering">From sending the request to the last header of the answer.</param>
[GenerateSerializer, Immutable, Alias("uptime.phase-times")]
public readonly record struct PhaseTimes(
    [property: Id(0)] TimeSpan NameLookup,
    [property: Id(1)] TimeSpan Connecting,
    [property: Id(2)] TimeSpan Handshake,
    [property: Id(3)] TimeSpan Answering);
