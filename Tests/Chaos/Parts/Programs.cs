using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>The programs of one version.</summary>
/// <param name="Silo">Where the silo is.</param>
/// <param name="Client">Where <c>squirrel</c> is.</param>
/// <param name="Settings">The settings its silo has; null = all that are used here.</param>
internal sealed record Programs(string Silo, string Client, IReadOnlySet<string>? Settings = null)
{
    public static Programs OfThisBuild { get; } = new(Built.Silo, Built.Client);

    /// <summary>Whether its silo has a setting, written as an argument: <c>--Checks:References=…</c>. One that it does not have would keep it from starting.</summary>
    public bool Has(string argument) => Settings is null || Settings.Contains(argument[2..argument.IndexOf('=', StringComparison.Ordinal)]);
}
