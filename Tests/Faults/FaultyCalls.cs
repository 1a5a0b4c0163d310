namespace UptimeSquirrel.Faults;

/// <summary>
/// Grain calls with a fault point before and after each alert that is handed over and each website that is given its state back, on both sides of the call; and around
/// the owner's question whether a website is still down. What an owner hands over is for the operator: a channel broke.
/// </summary>
internal sealed class FaultyCalls(FaultPoints points) : IOutgoingGrainCallFilter, IIncomingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context) => context.MethodName switch
    {
        "AcceptAsync" or "AcceptToldAsync" => points.AroundAsync(IsFromOwner(context) ? "operator hand-over" : "hand-over", context.Invoke),
        "TakeBackAsync" => points.AroundAsync("giving back", context.Invoke),
        "GetStatusAsync" when IsFromOwner(context) => points.AroundAsync("question", context.Invoke),
        _ => context.Invoke(),
    };

    public Task Invoke(IIncomingGrainCallContext context) => context.MethodName switch
    {
        "AcceptAsync" or "AcceptToldAsync" => points.AroundAsync(IsFromOwner(context) ? "operator acceptance" : "acceptance", context.Invoke),
        "TakeBackAsync" => points.AroundAsync("taking back", context.Invoke),
        _ => context.Invoke(),
    };

    private static bool IsFromOwner(IGrainCallContext context) => context.SourceId?.Type.ToString() == "owner-notification";
}
