using System.Globalization;
using Npgsql;
using UptimeSquirrel.Chaos.Faults;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Chaos;

/// <summary>One run from the first process to the evidence.</summary>
internal sealed class ChaosRun(ChaosSettings settings, House house, ChaosPlan plan, IWitness? witness, SteadyClock clock, Say say)
{
    private readonly Outages _outages = new(house.Targets, clock);
    private readonly FaultRunner _faults = new(house.Scene, settings.Settle, say.Line);
    private readonly Pulse _pulse = new(clock);
    private DateTimeOffset _begin;
    private DateTimeOffset _end;

    /// <returns>What can be counted, and what the witness found.</returns>
    public async Task<(Evidence Evidence, IReadOnlyList<Figure> Testimony)> RunAsync(CancellationToken cancellationToken)
    {
        await house.StartAsync().WaitAsync(cancellationToken);
        say.Line($"{ChaosSettings.Silos} silos are ready");
        await house.RegisterAsync(settings.Interval).WaitAsync(cancellationToken);
        say.Line($"{settings.Websites} websites are registered, every {settings.Interval.TotalSeconds:0} s");
        await house.AllSeenAsync(settings.Interval * 6).WaitAsync(cancellationToken);
        await (witness?.ArriveAsync(cancellationToken) ?? Task.CompletedTask);

        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = Task.WhenAll(_pulse.RunAsync(running.Token), witness?.WatchAsync(running.Token) ?? Task.CompletedTask);
        await ObserveAsync(cancellationToken);
        await running.CancelAsync();
        await watching;
        say.Line("the run is over; alerts may still be on their way");
        await using var database = NpgsqlDataSource.Create(house.Scene.Database.ConnectionString);
        await AlertsArriveAsync(database, cancellationToken);
        var testimony = await (witness?.TestifyAsync(cancellationToken) ?? Task.FromResult<IReadOnlyList<Figure>>([]));
        await house.StopSilosAsync();
        Trust();
        return (await ReadAllAsync(database), testimony);
    }

    private async Task ObserveAsync(CancellationToken cancellationToken)
    {
        _begin = clock.GetUtcNow();
        Task[] parts =
        [
            _faults.RunAsync(plan.Faults, cancellationToken),
            _outages.RunAsync(plan.Outages, cancellationToken),
            Task.Delay(settings.Length, clock, cancellationToken),
        ];

        // One that fails is heard at once, not when the others are done.
        await foreach (var part in Task.WhenEach(parts))
            await part;
        _end = clock.GetUtcNow();
    }

    private async Task AlertsArriveAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < settings.Patience && Assessment.OfAlerts(await ReadAlertsAsync(database)).Any(figure => !figure.Holds))
            await Task.Delay(TimeSpan.FromSeconds(3), clock, cancellationToken);
    }

    private void Trust()
    {
        say.Line(string.Create(CultureInfo.InvariantCulture, $"this process itself was at most {_pulse.Longest.TotalSeconds:0.00} s late"));
        if (clock.Drift.Duration() > TimeSpan.FromMilliseconds(100))
            say.Line($"the machine's clock was set by {clock.Drift} meanwhile: run it again");
        foreach (var end in house.Scene.Silos.SelectMany(silo => silo.Ends).Where(end => !end.WasAsked).OrderBy(end => end.At))
            say.Line($"silo {end.Silo} ended at {end.At:HH:mm:ss.fff} with {end.ExitCode}; {_faults.Windows.FirstOrDefault(fault => fault.Touches(end.At, end.At))?.ToString() ?? "nobody did anything to it"}");
    }

    private async Task<Evidence> ReadAlertsAsync(NpgsqlDataSource database)
    {
        var reading = await DatabaseReading.OpenAsync(database, house.Scene.Network);
        return new Evidence
        {
            Begin = _begin,
            End = _end,
            Websites = settings.Websites,
            Interval = settings.Interval,
            TimeToConfirm = ChaosSettings.RecheckDelays.Aggregate((sum, delay) => sum + delay),
            LeastCoverage = settings.LeastCoverage,
            Faults = _faults.Windows,
            Outages = _outages.Made,
            Mails = [.. house.Mail.Messages.Where(mail => mail.Recipient != witness?.Recipient).Select(mail => Read(mail, reading)).Where(mail => IsCounted(mail.Website))],
            Incidents = [.. (await reading.IncidentsAsync()).Where(incident => IsCounted(incident.Website))],
            Deliveries = [.. (await reading.DeliveriesAsync()).Where(delivery => IsCounted(reading.WebsiteOfAlert(delivery.AlertId)))],
        };
    }

    private async Task<Evidence> ReadAllAsync(NpgsqlDataSource database)
    {
        var reading = await DatabaseReading.OpenAsync(database, house.Scene.Network);
        return await ReadAlertsAsync(database) with
        {
            Deaths = [.. Death.Among(house.Scene.Silos.SelectMany(silo => silo.Ends), _faults.Windows)],
            Visits = [.. house.Targets.Visits.Where(visit => IsCounted(visit.Website))],
            Schedules = [.. (await reading.SchedulesAsync()).Where(schedule => IsCounted(schedule.Website))],
            Checks = [.. (await reading.ChecksAsync()).Where(check => IsCounted(check.Website))],
            WrongSums = await reading.WrongSumsAsync(settings.Websites),
        };
    }

    // What is about none of our websites is counted, too: it should not be there. Those after them are the witness's.
    private bool IsCounted(int website) => website < settings.Websites;

    private static Mail Read(ReceivedMail mail, DatabaseReading reading)
    {
        var message = mail.Message;
        var alert = message.Headers["X-UptimeSquirrel-Alert"] ?? "";
        return new Mail(
            mail.At, reading.WebsiteOfAlert(alert), mail.Subject.StartsWith("DOWN", StringComparison.Ordinal),
            alert, message.MessageId ?? "", message.InReplyTo, mail.Recipient);
    }
}
