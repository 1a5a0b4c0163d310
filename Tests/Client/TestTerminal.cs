using System.Text;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Client;
using UptimeSquirrel.Client.Output;

namespace UptimeSquirrel.Tests.Client;

/// <summary>Runs the program in this process and keeps what it says.</summary>
internal sealed class TestTerminal
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    public TestTerminal(int? width = null, params (string Name, string Value)[] environment) => Terminal = new Terminal
    {
        Out = new StringWriter(output) { NewLine = "\n" },
        Error = new StringWriter(error) { NewLine = "\n" },
        Width = width,
        Clock = new FakeTimeProvider(Samples.Now),
        Environment = name => environment.FirstOrDefault(pair => pair.Name == name).Value,
    };

    public Terminal Terminal { get; }
    public string Out => output.ToString();
    public string Error => error.ToString();
    public string[] OutLines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Task<int> RunAsync(params string[] arguments) => Squirrel.RunAsync(arguments, Terminal);
}
