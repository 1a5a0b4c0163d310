using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>Name look-ups as the tests of this folder need them: the machine's own resolver and hosts file are left out of it.</summary>
internal static class NameLookups
{
    public static NameLookup Asking(
        ScriptedNameServer server, bool hasIPv6 = false, TimeProvider? time = null, string hostsFile = "/nowhere/hosts", Func<string, Task<IPAddress[]>>? system = null) =>
        Asking([server], hasIPv6, time, hostsFile, system);

    public static NameLookup Asking(
        ScriptedNameServer[] servers, bool hasIPv6 = false, TimeProvider? time = null, string hostsFile = "/nowhere/hosts", Func<string, Task<IPAddress[]>>? system = null)
    {
        time ??= TimeProvider.System;
        return new NameLookup(
            time,
            new HostsFile(hostsFile, time),
            new Remembered<NetworkSetup>(time, TimeSpan.FromMinutes(1), _ => new NetworkSetup([.. servers.Select(server => server.Address)], hasIPv6)),
            new SystemResolver(system ?? (_ => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.NoRecovery)))));
    }

    /// <summary>The addresses, or the failure, in one line.</summary>
    public static async Task<string> SayAsync(this NameLookup lookup, string name, IpFamily family = IpFamily.Any)
    {
        var answer = await lookup.LookUpAsync(name, family, TestContext.Current.CancellationToken);
        return answer.Addresses.Count > 0 ? string.Join(" ", answer.Addresses) : $"{answer.Failure}: {answer.Detail}";
    }
}
