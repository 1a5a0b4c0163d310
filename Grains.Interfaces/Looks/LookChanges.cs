using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Looks;

/// <summary>What to set of <see cref="LookSettings"/>; null leaves a setting as it is.</summary>
[GenerateSerializer, Immutable, Alias("uptime.look-changes")]
public sealed record LookChanges
{
    /// <inheritdoc cref="LookSettings.Method"/>
    [Id(0)]
    public CheckMethod? Method { get; init; }

    /// <summary>In place of all earlier ones: <inheritdoc cref="LookSettings.Headers"/></summary>
    [Id(1)]
    public IReadOnlyList<RequestHeader>? Headers { get; init; }

    /// <inheritdoc cref="LookSettings.Body"/>
    [Id(2)]
    public Secret? Body { get; init; }

    /// <inheritdoc cref="LookSettings.Credentials"/>
    [Id(3)]
    public Credentials? Credentials { get; init; }

    /// <inheritdoc cref="LookSettings.StopsAtRedirect"/>
    [Id(4)]
    public bool? StopsAtRedirect { get; init; }

    /// <inheritdoc cref="LookSettings.IgnoresCertificate"/>
    [Id(5)]
    public bool? IgnoresCertificate { get; init; }

    /// <inheritdoc cref="LookSettings.Family"/>
    [Id(6)]
    public IpFamily? Family { get; init; }

    /// <inheritdoc cref="LookSettings.Keyword"/>
    [Id(7)]
    public string? Keyword { get; init; }

    /// <inheritdoc cref="LookSettings.UnwantedKeyword"/>
    [Id(8)]
    public string? UnwantedKeyword { get; init; }

    /// <inheritdoc cref="LookSettings.Json"/>
    [Id(9)]
    public JsonExpectation? Json { get; init; }

    /// <summary>In place of all earlier ones: <inheritdoc cref="LookSettings.ExpectedHeaders"/></summary>
    [Id(10)]
    public IReadOnlyList<HeaderExpectation>? ExpectedHeaders { get; init; }

    /// <summary>What was said before, as far as it still holds, and these changes.</summary>
    /// <returns>Null when nothing is said any more.</returns>
    public LookSettings? ApplyTo(LookSettings? current, IReadOnlyList<SettingName> unset)
    {
        var kept = LookUnsetting.Without(current ?? LookSettings.Default, unset);
        var settings = new LookSettings
        {
            Method = Method ?? kept.Method,
            Headers = Headers ?? kept.Headers,
            Body = Body ?? kept.Body,
            Credentials = Credentials ?? kept.Credentials,
            StopsAtRedirect = StopsAtRedirect ?? kept.StopsAtRedirect,
            IgnoresCertificate = IgnoresCertificate ?? kept.IgnoresCertificate,
            Family = Family ?? kept.Family,
            Keyword = Keyword ?? kept.Keyword,
            UnwantedKeyword = UnwantedKeyword ?? kept.UnwantedKeyword,
            Json = Json ?? kept.Json,
            ExpectedHeaders = ExpectedHeaders ?? kept.ExpectedHeaders,
        };
        return settings.IsSameAs(LookSettings.Default) ? null : settings;
    }
}
