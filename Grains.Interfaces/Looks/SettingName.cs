namespace UptimeSquirrel.Looks;

/// <summary>A setting that can be taken back, so that the default holds again.</summary>
[GenerateSerializer, Alias("uptime.setting-name")]
public enum SettingName
{
    /// <summary><see cref="LookSettings.Method"/>.</summary>
    Method = 0,

    /// <summary><see cref="LookSettings.Headers"/>.</summary>
    Header = 1,

    /// <summary><see cref="LookSettings.Body"/>.</summary>
    Body = 2,

    /// <summary><see cref="LookSettings.Credentials"/>.</summary>
    Auth = 3,

    /// <summary><see cref="LookSettings.StopsAtRedirect"/>: redirects are followed again.</summary>
    Redirects = 4,

    /// <summary><see cref="LookSettings.IgnoresCertificate"/>: certificates count again.</summary>
    Tls = 5,

    /// <summary><see cref="LookSettings.Family"/>.</summary>
    Ip = 6,

    /// <summary><see cref="LookSettings.Keyword"/>.</summary>
    Keyword = 7,

    /// <summary><see cref="LookSettings.UnwantedKeyword"/>.</summary>
    NoKeyword = 8,

    /// <summary><see cref="LookSettings.Json"/>.</summary>
    Json = 9,

    /// <summary><see cref="LookSettings.ExpectedHeaders"/>.</summary>
    ExpectHeader = 10,

    /// <summary>The longest one check may take.</summary>
    Timeout = 11,

    /// <summary>The statuses that count as up.</summary>
    Accept = 12,

    /// <summary><see cref="PatienceSettings.RecheckDelays"/>.</summary>
    Recheck = 13,

    /// <summary><see cref="PatienceSettings.SuccessesBeforeUp"/>.</summary>
    Successes = 14,

    /// <summary>How often it is checked.</summary>
    Every = 15,

    /// <summary>The words to find it by.</summary>
    Tag = 16,
}
