using UptimeSquirrel.Adapters.Database.Absence;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What a silo knows of owners without their grains, on every database.</summary>
public abstract class OwnerBookContract : DatabaseTest
{
    [Fact]
    public async Task What_one_silo_writes_another_one_reads()
    {
        House.Book.Write(new OwnerRow(Alice, Contacts("alice@shop.example", "a.second@shop.example"), 7));
        await FlushAsync();

        var other = await OtherBookAsync();
        other.Find(Alice)!.Emails.ShouldBe([EmailAddress.Parse("alice@shop.example"), EmailAddress.Parse("a.second@shop.example")]);
        other.Find(Bob).ShouldBeNull();
    }

    [Fact]
    public async Task Another_silo_reads_channels_with_all_it_takes_to_tell_over_them()
    {
        var channel = new StoredChannel(
            "ntfy-1", "ntfy", "…opic", new Dictionary<string, string> { ["url"] = "https://ntfy.example" }, new Dictionary<string, StoredSecret> { ["topic"] = new("CfDJ8…", "…opic") });
        House.Book.Write(new OwnerRow(Alice, new OwnerContacts([EmailAddress.Parse("alice@shop.example")], [channel]), 7));
        await FlushAsync();

        var read = (await OtherBookAsync()).Find(Alice)!.AllChannels.ToArray();
        read.Select(one => (one.Id, one.Kind, one.Address)).ShouldBe([("alice@shop.example", "email", "alice@shop.example"), ("ntfy-1", "ntfy", "…opic")]);
        read[1].Settings.ShouldBe(channel.Settings);
        read[1].Secrets.ShouldBe(channel.Secrets);
    }

    [Fact]
    public async Task The_newer_contacts_count_whichever_come_first()
    {
        House.Book.Write(new OwnerRow(Alice, Contacts("new@shop.example"), 8));
        await FlushAsync();
        House.Journal.Record(new OwnerRow(Alice, Contacts("old@shop.example"), 7));
        await FlushAsync();
        House.Book.Write(new OwnerRow(Alice, Contacts("old@shop.example"), 7));

        House.Book.Find(Alice)!.Emails.Single().Text.ShouldBe("new@shop.example");
        (await OtherBookAsync()).Find(Alice)!.Emails.Single().Text.ShouldBe("new@shop.example");
    }

    [Fact]
    public async Task A_change_is_read_although_its_version_is_older_than_others_that_were_read()
    {
        House.Journal.Record(new OwnerRow(Bob, Contacts("bob@shop.example"), 1_000));
        await FlushAsync();
        var book = await OtherBookAsync();

        House.Journal.Record(new OwnerRow(Alice, Contacts("alice@shop.example"), 1));
        await FlushAsync();
        await book.ReadAsync(Stop);

        book.Find(Alice).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_removed_owner_is_neither_listed_nor_told_although_older_contacts_come_late()
    {
        House.Book.Write(new OwnerRow(Alice, Contacts("alice@shop.example"), 7));
        House.Book.Write(new OwnerRow(Bob, Contacts("bob@shop.example"), 7));
        await FlushAsync();

        House.Book.Write(new OwnerRow(Alice, OwnerContacts.OfRemoved, 8));
        House.Journal.Record(new OwnerRow(Alice, Contacts("alice@shop.example"), 7));
        await FlushAsync();

        (await OtherBookAsync()).Find(Alice)!.AllChannels.ShouldBeEmpty();
        (await House.Catalog.FindOwnersAsync(new OwnerQuery(), Stop)).Owners.Select(owner => owner.Id).ShouldBe([Bob]);
    }

    private static OwnerContacts Contacts(params string[] emails) => new([.. emails.Select(EmailAddress.Parse)], []);

    private async Task<OwnerBook> OtherBookAsync()
    {
        var book = new OwnerBook(House.Database, House.Journal, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<OwnerBook>.Instance);
        await book.ReadAsync(Stop);
        return book;
    }
}
