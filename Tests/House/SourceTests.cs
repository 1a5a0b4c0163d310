namespace UptimeSquirrel.Tests.House;

public sealed class SourceTests
{
    [Fact]
    public void No_file_is_too_long_to_be_one_idea() =>
        Repository.SourceFiles().Select(path => SourceRules.TooLong(path, Repository.Read(path).Split('\n').Length - 1)).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Every_file_is_named_for_what_is_in_it() =>
        Repository.SourceFiles().Select(path => SourceRules.Misnamed(path, Repository.Read(path))).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Every_event_in_the_log_has_a_number_of_its_own() =>
        Repository.SourceFiles().SelectMany(path => SourceRules.EventNumbers(Repository.Read(path)))
            .GroupBy(number => number).Where(uses => uses.Count() > 1).Select(uses => uses.Key).ShouldBeEmpty();

    [Fact]
    public void The_name_of_service_and_cluster_is_written_down_once() =>
        Repository.SourceFiles().Where(path => Repository.Read(path).Contains($"\"{ClusterDefaults.ServiceId}\"", StringComparison.Ordinal))
            .ShouldBe(["Grains.Interfaces/ClusterDefaults.cs"]);

    [Fact]
    public void The_rules_would_notice_an_offender()
    {
        SourceRules.TooLong("Grains/Big.cs", 201).ShouldNotBeNull();
        SourceRules.TooLong("Grains/Fine.cs", 200).ShouldBeNull();
        SourceRules.TooLong("Tests/Big.cs", 301).ShouldNotBeNull();
        SourceRules.EventNumbers("[LoggerMessage(7, LogLevel.Error, \"\")]\n[LoggerMessage(8,").ShouldBe([7, 8]);
        SourceRules.Misnamed("Grains/Cat.cs", "internal sealed class Dog\n").ShouldNotBeNull();
        SourceRules.Misnamed("Grains/Cat.Log.cs", "internal sealed partial class Cat\n").ShouldBeNull();
    }
}
