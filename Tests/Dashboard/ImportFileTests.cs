using System.Text;
using Microsoft.Playwright;
using UptimeSquirrel.Tests.Dashboard.Support;
using UptimeSquirrel.Tests.Importing;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>Somebody moves in: a file of another monitor is chosen, shown and taken in.</summary>
public sealed class ImportFileTests(DashboardHouse house)
{
    private const string Backup = """
        {"version":"1.23.13","notificationList":[{"id":1,"name":"Chat","config":"{\"type\":\"telegram\"}"}],"monitorList":[
          {"id":1,"type":"group","name":"Customers"},
          {"id":2,"type":"http","name":"Shop","url":"https://moved-shop.invalid","parent":1,"authMethod":"basic","basic_auth_user":"ann","basic_auth_pass":"hush"},
          {"id":3,"type":"http","name":"Blog","url":"https://moved-blog.invalid","active":false}]}
        """;

    [Fact]
    public async Task A_backup_of_another_monitor_is_recognised_shown_and_taken_in_and_a_second_time_nothing_is_new()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/websites/import");
        await ChooseAsync(window, "whatever.bin", Encoding.UTF8.GetBytes(Backup));
        await window.Field("E-mail address to tell").FillAsync("movers@shop.example");

        await window.Test("preview").ClickAsync();
        await window.SaysAsync("recognised", "Recognised: Uptime Kuma 1.23.13.");
        await window.SaysAsync("summary", "2 new, 1 skipped");
        await window.SaysAsync("remarks", "The notification 'Chat' (telegram) was left out");
        await window.SaysAsync("lines", "What it logs in with was left out");
        await window.SaysAsync("lines", "It is a group; what is in it has its name as a tag.");
        (await window.BarriersAsync()).ShouldBeEmpty();

        // Another choice is another list: it is shown before it is done.
        await window.Field("Take passwords and tokens, too").CheckAsync();
        await window.Test("summary").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await window.Test("import").IsDisabledAsync()).ShouldBeTrue();
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("summary", "2 new, 1 skipped");
        (await window.Test("lines").InnerTextAsync()).ShouldNotContain("What it logs in with was left out");

        await window.Test("import").ClickAsync();
        await window.SaidAsync("2 new, 1 skipped");
        var shop = (await open.Journey.Squirrel.MustAsync("status", "https://moved-shop.invalid", "--owner", "movers@shop.example", "--json")).Json;
        shop.GetProperty("settings").GetProperty("auth").GetString().ShouldBe("basic");
        (await open.Journey.Squirrel.MustAsync("status", "https://moved-blog.invalid", "--owner", "movers@shop.example", "--json")).Json.GetProperty("standing").GetString().ShouldBe("paused");

        await window.Field("Take passwords and tokens, too").UncheckAsync();
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("summary", "2 unchanged, 1 skipped");
        (await window.Test("import").IsDisabledAsync()).ShouldBeTrue();
        await RemoveAsync(open, "movers@shop.example", "https://moved-shop.invalid", "https://moved-blog.invalid");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_of_Uptime_Kuma_is_read_and_what_is_no_list_is_told_in_a_sentence()
    {
        var open = await house.EnterAsync();
        await open.FirstDayAsync();
        await using var window = await open.OpenWindowAsync();
        await window.OpenAsync("/websites/import");
        var database = Kuma.Database(
            "CREATE TABLE monitor (id INTEGER PRIMARY KEY, name TEXT, type TEXT, url TEXT, active BOOLEAN); INSERT INTO monitor VALUES (1, 'Shop', 'http', 'https://kuma.invalid/', 0);" +
            "CREATE TABLE heartbeat (id INTEGER PRIMARY KEY, msg BLOB); INSERT INTO heartbeat VALUES (1, zeroblob(3000000));");
        await ChooseAsync(window, "kuma.db", database);
        await window.Field("E-mail address to tell").FillAsync("kuma-movers@shop.example");
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("recognised", "Recognised: Uptime Kuma (kuma.db).");
        await window.Test("import").ClickAsync();
        await window.SaidAsync("1 new");
        await RemoveAsync(open, "kuma-movers@shop.example", "https://kuma.invalid/");

        await ChooseAsync(window, "picture.png", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("problem", "The file is neither text nor a database of Uptime Kuma");
        await ChooseAsync(window, "large.txt", new byte[(20 << 20) + 1]);
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("problem", "The file is too large: expected at most 20 MB.");

        await window.ClickAsync("Without the file");
        await window.Field("The list").FillAsync(string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"https://s{i}.invalid")));
        await window.Test("preview").ClickAsync();
        await window.SaysAsync("summary", "3000 new");
        window.Complaints.ShouldBeEmpty();
    }

    private static Task ChooseAsync(Window window, string name, byte[] content) =>
        window.Field("A file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private static async Task RemoveAsync(Opened open, string owner, params string[] websites)
    {
        foreach (var website in websites)
            await open.Journey.Squirrel.MustAsync("remove", website, "--owner", owner);
    }
}
