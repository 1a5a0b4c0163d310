using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Maintenance;

[GrainType("maintenance")]
internal sealed class MaintenanceGrain(
    IMaintenanceStore store,
    MaintenanceBook book,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IMaintenanceGrain
{
    private OwnerId Owner => OwnerId.FromGrainKey(this.GetPrimaryKeyString());

    public async Task<MaintenanceAnswer> AddAsync(MaintenanceWindow window)
    {
        if (window.Owner != Owner)
            throw new ArgumentException($"The maintenance window {window.Id} of owner {window.Owner} was given to owner {Owner}.", nameof(window));
        await book.ReadAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        if (book.Of(Owner).FirstOrDefault(known => known.Id == window.Id) is { } known)
            return new MaintenanceAnswer(Plan(known, now), Problem: null);
        if (NewWindowRules.FindProblem(window, now, book.Of(Owner).Count(other => !IsOver(other, now))) is { } problem)
            return new MaintenanceAnswer(Planned: null, problem);

        var added = window with { AddedAt = now, RemovedAt = null };
        await store.AddAsync(added, CancellationToken.None);
        book.Take(added);
        return new MaintenanceAnswer(Plan(added, now), Problem: null);
    }

    public async Task<bool> RemoveAsync(string id)
    {
        await book.ReadAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        if (book.Of(Owner).FirstOrDefault(window => window.Id == id && !IsOver(window, now)) is not { } found)
            return false;
        await store.RemoveAsync(Owner, id, now, CancellationToken.None);
        book.Take(found with { RemovedAt = now });
        return true;
    }

    public async Task<IReadOnlyList<PlannedMaintenance>> ListAsync()
    {
        await book.ReadAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        return
        [
            .. book.Of(Owner).Where(window => !IsOver(window, now)).Select(window => Plan(window, now))
                .OrderBy(planned => (planned.Now ?? planned.Next)?.From ?? DateTimeOffset.MaxValue)
                .ThenBy(planned => planned.Window.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<MaintenanceTime>> ListTimesAsync(DateTimeOffset from, DateTimeOffset to)
    {
        await book.ReadAsync(CancellationToken.None);
        var (now, latest) = (clock.GetUtcNow(), from + TimeSpan.FromDays(MaintenanceTime.MaximumDays));
        var times = book.Of(Owner).Where(window => !IsOver(window, now))
            .SelectMany(window => WindowRules.Spans(window, from, to < latest ? to : latest).Select(span => new MaintenanceTime(window.Id, span)));
        return [.. times.OrderBy(time => time.Span.From).Take(MaintenanceTime.MaximumTimes)];
    }

    private static PlannedMaintenance Plan(MaintenanceWindow window, DateTimeOffset now) => new(window, WindowRules.At(window, now), WindowRules.Next(window, now));

    private static bool IsOver(MaintenanceWindow window, DateTimeOffset now) => window.RemovedAt is not null || window.To <= now;
}
