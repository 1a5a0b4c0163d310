namespace UptimeSquirrel.Faults;

/// <summary>Grain calls with a fault point before and after each alert that is handed over, on both sides of the call.</summary>
internal sealed class FaultyCalls(FaultPoints points) : IOutgoingGrainCallFilter, IIncomingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context) => InvokeAsync("hand-over", context);

    public Task Invoke(IIncomingGrainCallContext context) => InvokeAsync("acceptance", context);

    private Task InvokeAsync(string name, IGrainCallContext context) =>
        context.MethodName == "AcceptAsync" ? points.AroundAsync(name, context.Invoke) : context.Invoke();
}
