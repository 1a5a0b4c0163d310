using System.Net;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>What is no website, as a person has it: a job that calls, and a port.</summary>
public sealed class HeartbeatJourney
{
    [Fact]
    public async Task A_job_that_falls_silent_is_told_and_so_is_its_next_call()
    {
        await using var journey = await Journey.BeginAsync();
        var added = await journey.Squirrel.MustAsync("add", "heartbeat://nightly-backup", "--every", "3s", "--grace", "1s", "--email", "alice@shop.example", "--json");
        added.Json.GetProperty("standing").GetString().ShouldBe("pending");
        var address = new Uri(added.Json.GetProperty("callsTo").GetString()!);
        address.Port.ShouldBe(journey.Silo.HttpPort);

        (await journey.Silo.GetAsync(address.AbsolutePath)).ShouldBe((HttpStatusCode.OK, "OK\n"));

        var down = await journey.Mail.WaitForAsync(mail => mail.Subject == "DOWN: nightly-backup");
        down.Text.ShouldContain("nightly-backup has not called since");
        await journey.Silo.SendAsync(HttpMethod.Post, address.AbsolutePath, new string('x', 5000));
        (await journey.Mail.WaitForAsync(mail => mail.Message.InReplyTo is not null)).Subject.ShouldStartWith("UP again: nightly-backup");

        (await journey.Silo.SendAsync(HttpMethod.Head, address.AbsolutePath)).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.Silo.SendAsync(HttpMethod.Post, address.AbsolutePath + "/fail")).Status.ShouldBe(HttpStatusCode.OK);
        await journey.StandsAsync("heartbeat://nightly-backup", "down");
        (await journey.Squirrel.RunAsync("status", "heartbeat://nightly-backup", "--verbose")).Output.ShouldContain(address.AbsolutePath);
    }

    [Fact]
    public async Task A_call_that_nobody_knows_is_refused_and_after_a_renewal_so_is_the_old_address()
    {
        await using var journey = await Journey.BeginAsync();
        var added = await journey.Squirrel.MustAsync("add", "heartbeat://nightly-backup", "--json");
        var old = new Uri(added.Json.GetProperty("callsTo").GetString()!).AbsolutePath;

        var renewed = await journey.Squirrel.MustAsync("heartbeat", "renew", "heartbeat://nightly-backup", "--json");

        foreach (var path in new[] { old, "/ping/whatever", "/ping/" + new string('A', 43) })
            (await journey.Silo.GetAsync(path)).ShouldBe((HttpStatusCode.NotFound, "No heartbeat has this token.\n"), path);
        (await journey.Silo.SendAsync(HttpMethod.Delete, old)).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        var present = new Uri(renewed.Json.GetProperty("callsTo").GetString()!).AbsolutePath;
        (await journey.Silo.GetAsync(present)).Status.ShouldBe(HttpStatusCode.OK);

        // Whoever guesses on is held up, and a job whose call was good is not.
        for (var guess = 0; guess < 60; guess++)
            await journey.Silo.GetAsync(old);
        (await journey.Silo.GetAsync(old[..^1] + (old[^1] == 'A' ? 'Q' : 'A'))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.Silo.GetAsync("/ping/" + new string('A', 43))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await journey.Silo.GetAsync(present)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_port_goes_down_and_comes_back()
    {
        await using var journey = await Journey.BeginAsync();
        var port = SiloProcess.FreePorts(1)[0];
        var url = $"tcp://127.0.0.1:{port}";
        var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, port);
        listener.Start();

        var added = await journey.Squirrel.MustAsync("add", url, "--every", "1s", "--email", "alice@shop.example", "--json");
        added.Json.GetProperty("standing").GetString().ShouldBe("up");
        (await journey.Squirrel.MustAsync("check", url)).Output.ShouldContain("up");

        listener.Stop();
        var down = await journey.Mail.WaitForAsync(mail => mail.Subject == $"DOWN: 127.0.0.1:{port}");
        down.Text.ShouldContain($"The port {port} of 127.0.0.1 refused the connection");
        var failing = await journey.Squirrel.RunAsync("check", url, "--trace");
        failing.Output.ShouldContain($"127.0.0.1:{port} did not: ECONNREFUSED");

        listener.Start();
        (await journey.Mail.WaitForAsync(mail => mail.Message.InReplyTo is not null)).Subject.ShouldStartWith($"UP again: 127.0.0.1:{port}");
        listener.Dispose();
    }
}
