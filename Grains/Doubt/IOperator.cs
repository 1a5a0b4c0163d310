using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>The person who runs this installation.</summary>
internal interface IOperator
{
    /// <summary>Hands an alert over. When this returns, it is stored and will be told.</summary>
    Task TellAsync(Alert alert);
}
