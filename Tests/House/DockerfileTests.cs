using System.Xml.Linq;

namespace UptimeSquirrel.Tests.House;

/// <summary>The image cannot be built here, so what would break it silently is looked at.</summary>
public sealed class DockerfileTests
{
    private static readonly string _dockerfile = Repository.Read("Dockerfile");

    [Fact]
    public void Every_project_that_goes_into_the_image_is_there_when_packages_are_fetched()
    {
        var wanted = WithNeighbours("Silo").Union(WithNeighbours("Client")).ToArray();

        wanted.Length.ShouldBeGreaterThan(3);
        foreach (var room in wanted)
            _dockerfile.ShouldContain($"COPY {room}/{room}.csproj {room}/\n");
    }

    [Fact]
    public void Ports_of_the_image_are_the_defaults()
    {
        var defaults = new UptimeSquirrel.Silo.Settings.ClusterSettings();
        _dockerfile.ShouldContain($"EXPOSE 8080 {defaults.SiloPort} {defaults.GatewayPort}\n");
    }

    private static IEnumerable<string> WithNeighbours(string room) =>
        XDocument.Parse(Repository.Read($"{room}/{room}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .SelectMany(WithNeighbours)
            .Append(room);
}
