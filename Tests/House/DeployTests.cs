using UptimeSquirrel.Silo.Settings;
using YamlDotNet.RepresentationModel;

namespace UptimeSquirrel.Tests.House;

/// <summary>What is deployed elsewhere cannot be run here, so what would break it silently is looked at.</summary>
public sealed class DeployTests
{
    private static readonly YamlNode[] _objects = ReadAll();

    [Fact]
    public void Kubernetes_runs_three_silos_of_which_one_may_be_away()
    {
        Text(Of("StatefulSet"), "spec", "replicas").ShouldBe("3");
        Text(Of("PodDisruptionBudget"), "spec", "maxUnavailable").ShouldBe("1");
        int.Parse(Text(Of("StatefulSet"), "spec", "template", "spec", "terminationGracePeriodSeconds"), null).ShouldBeGreaterThan(45);
    }

    [Fact]
    public void Settings_in_the_manifests_are_settings_that_there_are()
    {
        var set = ((YamlMappingNode)At(Of("ConfigMap"), "data")).Children.Keys.Concat(((YamlSequenceNode)At(Container(), "env")).Select(variable => At(variable, "name"))).Select(name => name.ToString().Replace("__", ":", StringComparison.Ordinal));

        var (_, problems) = ConfigurationSources.Read([.. set.Select(key => $"--{key}={(key.EndsWith("Address", StringComparison.Ordinal) ? "10.0.0.1" : key.EndsWith("From", StringComparison.Ordinal) ? "a@b.example" : "http://0.0.0.0:8080")}")], AppContext.BaseDirectory);

        problems.ShouldBeEmpty();
        set.Count().ShouldBe(5);
    }

    [Fact]
    public void Ports_and_probes_are_those_of_a_silo()
    {
        var defaults = new ClusterSettings();

        ((YamlSequenceNode)At(Container(), "ports")).Select(port => Text(port, "containerPort")).ShouldBe(["8080", $"{defaults.SiloPort}", $"{defaults.GatewayPort}"]);
        Text(Container(), "livenessProbe", "httpGet", "path").ShouldBe("/livez");
        Text(Container(), "readinessProbe", "httpGet", "path").ShouldBe("/readyz");
    }

    [Fact]
    public void The_unit_of_systemd_leaves_a_silo_time_to_stop_and_does_not_restart_one_with_a_wrong_setting()
    {
        var unit = Repository.Read("deploy/systemd/uptimesquirrel.service");

        unit.ShouldContain("\nTimeoutStopSec=60\n");
        unit.ShouldContain("\nRestartPreventExitStatus=2\n");
        unit.ShouldContain("\nProtectSystem=strict\n");
    }

    private static YamlNode Container() => ((YamlSequenceNode)At(Of("StatefulSet"), "spec", "template", "spec", "containers"))[0];

    private static YamlNode Of(string kind) => _objects.Single(one => Text(one, "kind") == kind);

    private static string Text(YamlNode node, params string[] path) => At(node, path).ToString();

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (inner, key) => inner[key]);

    private static YamlNode[] ReadAll()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read("deploy/kubernetes/uptimesquirrel.yaml")));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }
}
