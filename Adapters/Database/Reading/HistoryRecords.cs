using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Checks;
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

    public CheckSummary ToSummary() => new(At, Status, TimeSpan.FromMicroseconds(LatencyUs), Failure == (int)FailureKind.None, Reason, IsDoubted);
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
    };
}

/// <summary>When a website was registered and how often it is checked, as a query returns it.</summary>
internal sealed class RegistrationRecord
{
    public DateTimeOffset RegisteredAt { get; init; }
    public long IntervalMs { get; init; }
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
