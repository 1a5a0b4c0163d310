namespace UptimeSquirrel.Looks;

/// <summary>Takes back what was said.</summary>
internal static class LookUnsetting
{
    public static LookSettings Without(LookSettings settings, IReadOnlyList<SettingName> unset)
    {
        foreach (var name in unset)
            settings = Without(settings, name);
        return settings;
    }

    private static LookSettings Without(LookSettings settings, SettingName name) => name switch
    {
        SettingName.Method => settings with { Method = null },
        SettingName.Header => settings with { Headers = [] },
        SettingName.Body => settings with { Body = null },
        SettingName.Auth => settings with { Credentials = null },
        SettingName.Redirects => settings with { StopsAtRedirect = false },
        SettingName.Tls => settings with { IgnoresCertificate = false },
        SettingName.Ip => settings with { Family = Checks.IpFamily.Any },
        SettingName.Keyword => settings with { Keyword = null },
        SettingName.NoKeyword => settings with { UnwantedKeyword = null },
        SettingName.Json => settings with { Json = null },
        SettingName.ExpectHeader => settings with { ExpectedHeaders = [] },
        _ => settings,
    };
}
