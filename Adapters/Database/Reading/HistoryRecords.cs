using System.Text.Json;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>A check as a query returns it.</summary>
internal sealed class CheckRecord
{
    public DateTimeOffset At { get; init; }
    public int LatencyUs { get; init; }
    public int? Status { get; init; }
    public int Failure { get; init; }
    public string? Reason { get; init; }
    public bool IsDoubted { get; init; }
    public bool IsInMaintenance { get; init; }
    public long Phases { get; init; }

    public CheckEntry ToEntry() => new(ToSummary(), PackedPhases.Unpack(Phases, TimeSpan.FromMicroseconds(LatencyUs)));

    public CheckSummary ToSummary() => new(At, Status, TimeSpan.FromMicroseconds(LatencyUs), Failure == (int)FailureKind.None, Reason, IsDoubted, IsInMaintenance)
    {
        IsUnseen = FailureKinds.IsNoNews((FailureKind)Failure),
    };
}

/// <summary>An incident as a query returns it.</summary>
internal sealed class IncidentRecord
{
    public string Id { get; init; } = "";
    public Guid WebsiteId { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public int Failure { get; init; }
    public string Owner { get; init; } = "";
    public string Url { get; init; } = "";
    public string Sentence { get; init; } = "";
    public string Cause { get; init; } = "";
    public string? Sightings { get; init; }
    public bool IsDuringMaintenance { get; init; }

    public Incident ToIncident() => new()
    {
        Id = Id,
        Website = new WebsiteId(WebsiteId),
        Url = WebsiteUrl.Parse(Url),
        Owner = OwnerId.Parse(Owner),
        StartedAt = StartedAt,
        EndedAt = EndedAt,
        Problem = new Problem((FailureKind)Failure, Sentence, Cause),
        Sightings = StoredSightings.Read(Sightings),
        IsDuringMaintenance = IsDuringMaintenance,
    };
}

/// <summary>What the past of a website is read with, as a query returns it.</summary>
internal sealed class RegistrationRecord
{
    public string Owner { get; init; } = "";
    public string Url { get; init; } = "";

    /// <summary>PostgreSQL has arrays; SQLite keeps a JSON array.</summary>
    public object Tags { get; init; } = "[]";
    public DateTimeOffset RegisteredAt { get; init; }
    public long IntervalMs { get; init; }

    public WebsiteRegistration ToRegistration() => new(
        OwnerId.Parse(Owner), WebsiteUrl.Parse(Url), Tags as string[] ?? JsonSerializer.Deserialize<string[]>((string)Tags)!,
        RegisteredAt, TimeSpan.FromMilliseconds(IntervalMs));
}

/// <summary>An attempt to tell somebody something, as a query returns it.</summary>
internal sealed class DeliveryRecord
{
    public string AlertId { get; init; } = "";
    public string Owner { get; init; } = "";
    public string Channel { get; init; } = "";
    public string Recipient { get; init; } = "";
    public int Attempt { get; init; }
    public DateTimeOffset At { get; init; }
    public int Outcome { get; init; }
    public string Answer { get; init; } = "";
    public string Subject { get; init; } = "";

    public Delivery ToDelivery() => new()
    {
        AlertId = AlertId,
        Owner = OwnerId.Parse(Owner),
        Channel = Channel,
        Recipient = Recipient,
        Attempt = Attempt,
        At = At,
        Outcome = (DeliveryOutcome)Outcome,
        Answer = Answer,
        Subject = Subject,
    };
}
