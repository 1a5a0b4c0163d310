using System.Net;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>Probes as the tests of this folder need them.</summary>
internal static class Probes
{
    public static readonly TimeSpan Patient = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Hasty = TimeSpan.FromMilliseconds(700);

    public static readonly ProbeOptions Anywhere = new() { AllowEveryAddress = true };

    public static HttpProbe To(ProbeOptions options, params (string Name, string Address)[] names) => new(options, TimeProvider.System, new Surroundings
    {
        TrustedRoots = [X509CertificateLoader.LoadCertificate(TestCertificates.Authority.RawData)],
        LookUpAsync = (host, _, _) => names.Where(known => known.Name == host).Select(known => IPAddress.Parse(known.Address)).ToArray() is { Length: > 0 } found
            ? Task.FromResult(NameAnswer.Found(found))
            : Task.FromResult(NameAnswer.NotFound),
    });

    public static async Task<CheckResult> LookAsync(string url, TimeSpan timeout, params (string Name, string Address)[] names)
    {
        using var probe = To(Anywhere, names);
        return await probe.LookAtAsync(url, timeout);
    }

    public static Task<CheckResult> LookAtAsync(this HttpProbe probe, string url, TimeSpan? timeout = null, CheckMethod method = CheckMethod.Head) =>
        probe.LookAsync(new CheckRequest(WebsiteUrl.Parse(url), timeout ?? Patient, method), TestContext.Current.CancellationToken);
}
