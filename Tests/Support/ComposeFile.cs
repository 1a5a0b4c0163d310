using System.Text.RegularExpressions;
using UptimeSquirrel.Tests.House;
using YamlDotNet.Serialization;

namespace UptimeSquirrel.Tests.Support;

/// <summary>docker-compose.yml, read as Docker reads it where nobody has set a variable.</summary>
internal sealed partial class ComposeFile
{
    private readonly Dictionary<object, object> _services;

    private ComposeFile(Dictionary<object, object> services) => _services = services;

    public IEnumerable<string> Services => _services.Keys.Cast<string>();

    public static ComposeFile Read() =>
        new(Map(new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Repository.Read("docker-compose.yml"))["services"]));

    public int Replicas(string service) => int.Parse((string)Map(Map(_services[service])["deploy"])["replicas"], System.Globalization.CultureInfo.InvariantCulture);

    public Dictionary<string, string> Environment(string service) =>
        Map(Map(_services[service])["environment"]).ToDictionary(entry => (string)entry.Key, entry => Variable().Replace((string)entry.Value, "${default}"));

    private static Dictionary<object, object> Map(object node) => (Dictionary<object, object>)node;

    [GeneratedRegex(@"\$\{\w+:-(?<default>[^}]*)\}")]
    private static partial Regex Variable();
}
