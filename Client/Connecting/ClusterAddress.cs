using System.Diagnostics.CodeAnalysis;
using System.Net;
using Npgsql;

namespace UptimeSquirrel.Client.Connecting;

/// <summary>Where a cluster is: the gateways of its silos, or the database in which its silos write themselves down.</summary>
internal sealed record ClusterAddress
{
    public const string Default = "127.0.0.1:30000";
    private const int DefaultPort = 30000;

    /// <summary>Empty when a database says where they are.</summary>
    public required IReadOnlyList<DnsEndPoint> Gateways { get; init; }

    public string? ConnectionString { get; init; }

    /// <summary>How to call it in a sentence; holds no password.</summary>
    public required string Description { get; init; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ClusterAddress? address, [NotNullWhen(false)] out string? problem)
    {
        var trimmed = (text ?? "").Trim();
        var isDatabase = trimmed.Contains('=', StringComparison.Ordinal);
        address = isDatabase ? OfDatabase(trimmed) : OfGateways(trimmed);
        problem = address is not null ? null
            : isDatabase ? "The cluster's connection string cannot be read: expected something like Host=db.example;Database=squirrel;Username=squirrel;Password=…"
            : $"'{PlainText.Start(trimmed)}' is not a cluster: expected a gateway such as {Default}, several with commas, or a PostgreSQL connection string.";
        return address is not null;
    }

    private static ClusterAddress? OfDatabase(string text)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parts.Host)
                ? null
                : new() { Gateways = [], ConnectionString = text, Description = $"the database {parts.Database ?? parts.Username} on {parts.Host}:{parts.Port}" };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ClusterAddress? OfGateways(string text)
    {
        var gateways = text.Split(',', StringSplitOptions.TrimEntries).Select(GatewayOf).ToList();
        return gateways.Contains(null)
            ? null
            : new() { Gateways = gateways!, Description = string.Join(", ", gateways.Select(gateway => $"{Bracketed(gateway!.Host)}:{gateway.Port}")) };
    }

    private static DnsEndPoint? GatewayOf(string text)
    {
        var isGood = text.Length > 0 && text.IndexOfAny(['/', '@', '?', '#', '\\']) < 0 && Uri.TryCreate("tcp://" + text, UriKind.Absolute, out var uri) &&
                     uri is { Host.Length: > 0, Port: not 0 };
        if (!isGood)
            return null;
        var parsed = new Uri("tcp://" + text);
        return new DnsEndPoint(parsed.DnsSafeHost, parsed.Port < 0 ? DefaultPort : parsed.Port);
    }

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
