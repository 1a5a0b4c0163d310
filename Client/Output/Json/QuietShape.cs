using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>Why less is told about a website than happens to it.</summary>
internal sealed record QuietShape(
    DateTimeOffset? MaintenanceUntil, DateTimeOffset? FlappingSince, int? Outages, string? Held, CompanionsShape? With)
{
    public static QuietShape? Of(QuietStatus? quiet) => quiet is null ? null : new(
        quiet.MaintenanceUntil,
        quiet.Flapping?.Since,
        quiet.Flapping?.Outages,
        quiet.Held?.ToString().ToLowerInvariant(),
        quiet.With is { } with ? new CompanionsShape(with.Count, with.Names) : null);
}

/// <summary>What went down with a website: how many, and the first of them by name.</summary>
internal sealed record CompanionsShape(int Count, IReadOnlyList<string> Names);
