using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Tests.Web.Access;

public sealed class AttemptLimitTests
{
    [Fact]
    public async Task Who_tries_too_often_has_to_wait_and_is_told_how_long()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAttemptLimit(attemptsPerMinute: 2);
        await using var app = builder.Build();
        app.UseRateLimiter();
        app.MapGet("/guess", () => "wrong").RequireRateLimiting(AttemptLimit.Policy);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(app.Urls.First()) };

        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var answer = await http.GetAsync("/guess", TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
            if (attempt == 2)
                answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        }

        answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
    }
}
