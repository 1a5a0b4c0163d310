using UptimeSquirrel.Importing.Foreign;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Importing;

public sealed class JobNameTests
{
    [Theory]
    [InlineData("Nightly Backup: DB", "nightly-backup-db")]
    [InlineData("7 o'clock", "job-7-o-clock")]
    [InlineData("Nächtliches Backup", "nachtliches-backup")]
    [InlineData("🚀", "job")]
    public void A_name_keeps_its_letters(string text, string name) => WishRules.JobName(text).ShouldBe(name);

    [Fact]
    public void Jobs_with_names_in_other_alphabets_stay_jobs_of_their_own()
    {
        string[] texts = ["Резервное копирование", "Отчёт", "バックアップ", "Backup 東京", "Backup 大阪", new string('a', 70), new string('a', 71)];

        var names = texts.Select(WishRules.JobName).ToArray();

        names.ShouldBeUnique();
        names.ShouldBe(texts.Select(WishRules.JobName));
        names.Select(name => WebsiteUrl.Parse($"heartbeat://{name}").Label).ShouldBe(names);
        names[3].ShouldStartWith("backup-");
    }
}
