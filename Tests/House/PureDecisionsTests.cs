using System.Reflection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.House;

public sealed class PureDecisionsTests
{
    private static readonly string[] _pureSuffixes = ["Rules", "Machine", "Math", "Schedule", "Writer", "Text", "Outbox"];

    [Fact]
    public void Decisions_are_pure_functions() =>
        new[] { typeof(GrainServices).Assembly, typeof(IWebsiteProbe).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => _pureSuffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)))
            .SelectMany(Impurities)
            .ShouldBeEmpty();

    [Fact]
    public void The_rule_would_notice_an_impure_one() => Impurities(typeof(Offender)).Count().ShouldBe(3);

    private static IEnumerable<string> Impurities(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var used = type.GetFields(All).Where(field => !field.IsLiteral).Select(field => (field.Name, Type: field.FieldType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(p => (method.Name, Type: p.ParameterType)).Append((method.Name, Type: method.ReturnType))));
        return used.Where(use => IsImpure(use.Type)).Select(use => $"{type.Name}.{use.Name} uses {use.Type.Name}")
            .Concat(type.GetFields(All).Where(field => !field.IsInitOnly && !field.IsLiteral).Select(field => $"{type.Name}.{field.Name} can change"));
    }

    private static bool IsImpure(Type type) =>
        typeof(Task).IsAssignableFrom(type) || typeof(TimeProvider).IsAssignableFrom(type) || typeof(ILogger).IsAssignableFrom(type) ||
        typeof(IServiceProvider).IsAssignableFrom(type) || type.Namespace?.StartsWith("Orleans", StringComparison.Ordinal) == true;

    private static class Offender
    {
        private static int _count;

        public static Task WaitAsync(TimeProvider clock) => Task.FromResult(clock.GetTimestamp() + _count++);
    }
}
