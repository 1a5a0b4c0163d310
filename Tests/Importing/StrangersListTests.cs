using System.IO.Compression;
using System.Text;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

/// <summary>Whoever may send lists to a silo may not make it read for ever, or fill its memory.</summary>
public sealed class StrangersListTests
{
    private static readonly ReadingChoices _bounded = new() { MostEntries = 100 };

    public static TheoryData<string, string> LongLists => new()
    {
        { "addresses", Many("https://s{0}.example") },
        { "bad lines", Many("ftp://s{0}.example") },
        { "CSV", "url,name\n" + Many("https://s{0}.example,S") },
        { "CSV of UptimeRobot", "ID,Type,Status,Friendly Name,URL/IP\n" + Many("{0},HTTP(s),2,Shop,https://s{0}.example") },
        { "a backup", $$"""{"monitorList":[{{string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{"type":"http","url":"https://s{{i}}.example"}"""))}}]}""" },
        { "what is skipped", $$"""{"monitorList":[{{string.Join(',', Enumerable.Repeat("""{"type":"group"}""", 101))}}]}""" },
        { "YAML", "sites:\n" + Many("  - url: https://s{0}.example") },
        { "a sitemap", $"<urlset>{Many("<url><loc>https://s{0}.example/</loc></url>")}</urlset>" },
    };

    [Theory, MemberData(nameof(LongLists))]
    public void A_list_with_more_entries_than_may_be_is_refused_in_words(string kind, string list)
    {
        Should.Throw<NoListException>(() => ListText.Read(list, _bounded), kind).Message.ShouldStartWith("The list has more than 100 entries");
        var whole = ListText.Read(list, ReadingChoices.Usual);
        (whole.Good.Count + whole.Bad.Count + whole.Skipped.Count).ShouldBe(101, kind);
    }

    [Fact]
    public void Blank_lines_are_no_entries_but_a_million_of_them_are_no_list() =>
        Should.Throw<NoListException>(() => ListText.Read(new string('\n', 1000), _bounded)).Message.ShouldStartWith("The list has too many lines");

    [Theory]
    [InlineData("[[],[],[],", "{}", "The JSON of the file holds more than can be read")]
    [InlineData("<a>", "<b/>", "The XML of the file holds more than can be read")]
    public void What_is_small_as_a_file_and_large_in_memory_is_refused_before_it_is_read(string beginning, string repeated, string problem) =>
        Should.Throw<NoListException>(() => ListText.Read(beginning + string.Concat(Enumerable.Repeat(repeated + (beginning[0] == '[' ? "," : ""), 3000)), _bounded)).Message.ShouldStartWith(problem);

    [Fact]
    public void A_long_text_that_a_file_names_again_and_again_is_not_written_out() =>
        Unfolds($"sites: []\nlong: &long {new string('x', 1_000_000)}\nmany: [{string.Join(',', Enumerable.Repeat("*long", 150))}]\n");

    [Fact]
    public void Mappings_that_are_merged_into_each_other_without_end_are_not() =>
        Unfolds($"sites: []\nwide: &wide {{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"k{i}: "))}}}\none: {{<<: [{string.Join(',', Enumerable.Repeat("*wide", 1000))}]}}\n");

    [Fact]
    public void A_list_of_nothing_that_is_merged_without_end_is_not() =>
        Unfolds($"sites: []\nlong: &long [{string.Join(',', Enumerable.Repeat("x", 10_000))}]\nmany:\n{string.Concat(Enumerable.Repeat("  - {<<: *long}\n", 1000))}");

    [Fact]
    public void A_condition_that_is_long_enough_to_take_hours_to_take_apart_is_left_out() =>
        Told.Read($$"""{"endpoints":[{"url":"https://a.example","conditions":["[STATUS]{{new string(' ', 3000)}}== 200"]}]}""").Single().ShouldContain("was left out: there is nothing like it here.");

    [Fact]
    public void Of_an_entry_about_which_there_is_too_much_to_say_that_is_said()
    {
        var headers = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"X-Secret-Token-{i}\":\"x\""));

        var remarks = ListText.Read($$$"""{"endpoints":[{"url":"https://a.example","headers":{ {{{headers}}} }}]}""", ReadingChoices.Usual).Good.Single().Remarks;

        (remarks.Count, remarks[^1]).ShouldBe((51, "There is more to say about it than is said here."));
    }

    [Theory]
    [InlineData("url AS (hex(zeroblob(600000)))", 1, "The database cannot be read: ")]
    [InlineData("a AS (hex(zeroblob(60000))), b AS (hex(zeroblob(60000)))", 200, "The database holds more than can be read: ")]
    public async Task A_database_that_unfolds_while_it_is_read_is_refused(string columns, int rows, string problem)
    {
        var database = Kuma.Database($"CREATE TABLE monitor (id INTEGER PRIMARY KEY, type TEXT, {columns});" + string.Concat(Enumerable.Repeat("INSERT INTO monitor (type) VALUES ('http');", rows)));

        (await Should.ThrowAsync<NoListException>(() => ReadAsync(database))).Message.ShouldStartWith(problem);
    }

    [Fact]
    public async Task A_database_with_more_monitors_than_may_be_is_refused()
    {
        var database = Kuma.Database("CREATE TABLE monitor (id INTEGER, type TEXT, url TEXT);" + string.Concat(Enumerable.Range(0, 101).Select(i => $"INSERT INTO monitor VALUES ({i}, 'http', 'https://s{i}.example');")));

        (await Should.ThrowAsync<NoListException>(() => ReadAsync(database))).Message.ShouldStartWith("The database holds more than can be read");
        (await ListStream.ReadAsync(new MemoryStream(database), ReadingChoices.Usual, null, TestContext.Current.CancellationToken)).Good.Count.ShouldBe(101);
    }

    [Fact]
    public async Task What_is_neither_text_nor_a_database_is_not_read_line_by_line()
    {
        var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        await using (var entry = await zip.CreateEntry("kuma.db").OpenAsync(TestContext.Current.CancellationToken))
            entry.Write(Encoding.UTF8.GetBytes("https://a.example\n"));

        (await Should.ThrowAsync<NoListException>(() => ReadAsync(file.ToArray()))).Message.ShouldStartWith("The file is neither text nor a database of Uptime Kuma");
    }

    private static void Unfolds(string yaml) => Should.Throw<NoListException>(() => ListText.Read(yaml, _bounded)).Message.ShouldStartWith("The YAML of the file unfolds into more than can be read");

    private static string Many(string line) => string.Join('\n', Enumerable.Range(0, 101).Select(i => line.Replace("{0}", $"{i}", StringComparison.Ordinal)));

    private static Task<ListContent> ReadAsync(byte[] file) => ListStream.ReadAsync(new MemoryStream(file), _bounded, null, TestContext.Current.CancellationToken);
}
