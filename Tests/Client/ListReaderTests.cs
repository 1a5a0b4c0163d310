using System.Text;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Client;

public sealed class ListReaderTests
{
    [Fact]
    public void A_text_list_has_one_address_a_line_and_comments_and_blanks_do_not_count()
    {
        var content = Read("# shops", "", "  shop.example  ", "http://blog.example/a#top # ours", "\t", "HTTPS://Shop.Example:443");

        content.Good.Select(line => (line.Number, line.Url.Text)).ShouldBe(
            [(3, "https://shop.example/"), (4, "http://blog.example/a"), (6, "https://shop.example/")]);
        content.Bad.ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_address_may_stand_in_a_list()
    {
        var content = Read("tcp://db.example:5432", "tls://mail.example?days=14", "dns://a.example?type=mx", "ping://a.example # the gateway", "heartbeat://Backup");

        content.Good.Select(line => line.Url.Text).ShouldBe(
            ["tcp://db.example:5432", "tls://mail.example:443?days=14", "dns://a.example?type=MX", "ping://a.example", "heartbeat://backup"]);
    }

    [Fact]
    public void A_job_in_a_csv_list_has_a_rhythm_and_a_grace()
    {
        var changes = Read("url,interval,grace", "heartbeat://backup,1d,2h").Good.Single().Changes;

        (changes.Interval, changes.Grace).ShouldBe((TimeSpan.FromDays(1), TimeSpan.FromHours(2)));
        Read("url,grace", "heartbeat://backup,soon").Bad.Count.ShouldBe(1);
    }

    [Fact]
    public void A_bad_line_is_told_with_its_number_and_reason_and_the_others_stay_good()
    {
        var content = Read("a.example", "ftp://b.example", "c.example");

        content.Bad.ShouldBe([new BadLine(2, "'ftp://b.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]);
        content.Good.Select(line => line.Number).ShouldBe([1, 3]);
    }

    [Fact]
    public void A_line_of_a_hundred_kilobytes_is_one_bad_line()
    {
        var content = Read("a.example", new string('x', 100_000), "b.example");

        content.Good.Count.ShouldBe(2);
        content.Bad.Single().Problem.ShouldBe($"The address '{new string('x', 120)}…' has 100,000 characters; at most 2,048 are taken.");
    }

    [Fact]
    public void A_heading_makes_it_csv_and_every_column_is_read()
    {
        var content = Read("url,name,owner,email,interval,tags", "shop.example,\"Shop, the\",Team,a@x.example;b@x.example,1m,live;shop");

        var line = content.Good.Single();
        line.Url.Text.ShouldBe("https://shop.example/");
        line.Changes.Name.ShouldBe("Shop, the");
        line.Owner!.Text.ShouldBe("team");
        line.Emails.Select(email => email.Text).ShouldBe(["a@x.example", "b@x.example"]);
        line.Changes.Interval.ShouldBe(TimeSpan.FromMinutes(1));
        line.Changes.Tags.ShouldBe(["live", "shop"]);
    }

    [Theory]
    [InlineData("ID,Type,Status,Friendly Name,URL/IP,Keyword Type,Keyword Value,Port", "1,HTTP(s),2,Shop,shop.example,,,", "ID, Status")]
    [InlineData("name;website_url;check_rate", "Shop;shop.example;300", "")]
    [InlineData("Address\tName", "shop.example\tShop", "")]
    public void Headings_of_other_monitors_are_understood(string heading, string record, string ignored)
    {
        var content = Read(heading, record);

        content.Good.Single().Url.Text.ShouldBe("https://shop.example/");
        content.Good.Single().Changes.Name.ShouldBe("Shop");
        string.Join(", ", content.IgnoredColumns).ShouldBe(ignored);
    }

    [Theory]
    [InlineData(",x,,,,", "An address is missing: expected something like https://shop.example/")]
    [InlineData("a.example,,no body,,,", "'no body' is not an owner: expected 1 to 64 letters, digits, '.', '-' or '_', or an e-mail address.")]
    [InlineData("a.example,,,me,,", "'me' is not an e-mail address: expected name@host.")]
    [InlineData("a.example,,,,soon,", "'soon' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    [InlineData("a.example,,,,,,x", "7 fields, but the heading has 6: put quotes around a field that holds ','.")]
    public void A_record_with_one_bad_field_is_not_taken_at_all(string record, string problem)
    {
        var content = Read("url,name,owner,email,interval,tags", record, "b.example");

        content.Bad.ShouldBe([new BadLine(2, problem)]);
        content.Good.Single().Url.Text.ShouldBe("https://b.example/");
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_one_line_and_not_the_rest_of_the_file()
    {
        string[] rest = [.. Enumerable.Range(0, 30).Select(i => $"site{i}.example,n")];

        var content = Read(["url,name", "a.example,\"Shop", .. rest]);

        content.Bad.ShouldBe([new BadLine(2, "'a.example,\"Shop' has a quote that is not closed, or closed before the end of its field.")]);
        content.Good.Count.ShouldBe(30);
    }

    [Fact]
    public void A_quoted_name_may_hold_a_line_break_and_doubled_quotes()
    {
        var content = Read("url,name", "a.example,\"The \"\"big\"\"", "shop\"", "b.example,x");

        content.Good.Select(line => (line.Number, line.Changes.Name)).ShouldBe([(2, "The \"big\"\nshop"), (4, "x")]);
        content.Bad.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_with_nothing_in_it_holds_nothing()
    {
        Read().Good.ShouldBeEmpty();
        Read("", "# only this").Bad.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Byte_order_marks_and_windows_line_ends_leave_no_trace(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes("url,name\r\nb\u00fccher.example,B\u00fccher\r\n")).ToArray();

        var content = ListText.Read(FileText.Decode(bytes).Text, ReadingChoices.Usual);

        content.Bad.ShouldBeEmpty();
        content.Good.Select(line => (line.Url.Text, line.Changes.Name)).ShouldBe([("https://xn--bcher-kva.example/", "B\u00fccher")]);
    }

    private static ListContent Read(params string[] lines) => ListReader.Read(lines);
}
