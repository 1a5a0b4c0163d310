using Microsoft.Extensions.Logging.Abstractions;
using UptimeSquirrel.Grains.Live;

namespace UptimeSquirrel.Tests.Live;

public sealed class LiveReporterTests
{
    [Fact]
    public async Task A_silo_that_is_thrown_away_without_being_stopped_says_nothing_of_a_failure()
    {
        var reporter = new LiveReporter(null!, NullLogger<LiveReporter>.Instance);
        await reporter.StartAsync(TestContext.Current.CancellationToken);

        reporter.Dispose();

        await Should.NotThrowAsync(() => reporter.ExecuteTask!);
    }
}
