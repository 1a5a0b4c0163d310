using Microsoft.Extensions.Configuration;
using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Tests.Silo;

public sealed class WarningSettingsTests
{
    [Theory]
    [InlineData("Checks:CertificateWarnings", "30,1")]
    [InlineData("Checks:CertificateWarnings", "")]
    [InlineData("Checks:CertificateWarnings", "365")]
    [InlineData("Checks:Rdap", "")]
    [InlineData("Checks:Rdap", "http://rdap.internal:8080/base/")]
    [InlineData("Checks:DefaultSlowAfter", "0")]
    [InlineData("Checks:DefaultSlowAfter", "0.01s")]
    [InlineData("Checks:DefaultSlowAfter", "9.99s")]
    public void Good_values_are_taken(string key, string value) => Problems(key, value).ShouldBeEmpty();

    [Theory]
    [InlineData("Checks:CertificateWarnings", "14,0", "Checks:CertificateWarnings holds 0; expected days from 1 to 365.")]
    [InlineData("Checks:CertificateWarnings", "366", "Checks:CertificateWarnings holds 366; expected days from 1 to 365.")]
    [InlineData("Checks:CertificateWarnings", "a week", "Checks:CertificateWarnings is 'a week'; expected a whole number.")]
    [InlineData("Checks:CertificateWarnings", "1,2,3,4,5,6,7,8,9,10,11", "Checks:CertificateWarnings has more than 10 entries.")]
    [InlineData("Checks:DefaultSlowAfter", "10s", "Checks:DefaultSlowAfter is 00:00:10; expected 00:00:00.0100000 to less than Checks:Timeout (00:00:10), when a check is given up, or 0 for never.")]
    [InlineData("Checks:DefaultSlowAfter", "0.001s", "Checks:DefaultSlowAfter is 00:00:00.0010000; expected 00:00:00.0100000 to less than Checks:Timeout (00:00:10), when a check is given up, or 0 for never.")]
    [InlineData("Checks:Rdap", "tcp://rdap.example:43", "Checks:Rdap cannot be asked: 'tcp://rdap.example:43' is no http or https address.")]
    public void Bad_values_are_named(string key, string value, string problem) => Problems(key, value).ShouldBe([problem]);

    [Fact]
    public void A_server_that_cannot_be_asked_is_named() => Problems("Checks:Rdap", "ftp://rdap.example/").ShouldHaveSingleItem().ShouldStartWith("Checks:Rdap cannot be asked: ");

    private static IReadOnlyList<string> Problems(string key, string value) => SiloSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)])
        .Build()).Problems;
}
