namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>A table that goes into a backup.</summary>
/// <param name="Name">What it is called in both databases.</param>
/// <param name="Columns">All of its columns but those that the database makes of others.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns)
{
    /// <summary>In PostgreSQL divided by days: the column that says which.</summary>
    public string? DayColumn { get; init; }

    /// <summary>In PostgreSQL a column whose numbers the database counts.</summary>
    public string? CountedColumn { get; init; }

    /// <summary>Every table there is, but for those whose rows belong to running silos, or to the schema.</summary>
    public static IReadOnlyList<BackupTable> All { get; } =
    [
        Of("us_grain_state", "service_id,state_name t; key_n1,key_n0 n; key_text t; version n; payload b"),
        Of("us_reminder", "service_id,grain_id,name t; start_at w; period_ms,grain_hash,version n"),
        Of("website", "id i; version,standing n; since,registered_at m; interval_ms,timeout_ms n; incident_started_at m; incident_reason,owner,url,name,accept t; tags l; search t; slow_since,certificate_expires_at,domain_expires_at m; settings t"),
        Of("last_check", "website_id i; at m; latency_us,status,failure n; reason t"),
        Of("check_result", "website_id i; at m; latency_us,status,failure n; reason t; doubted,maintenance s; phases n") with { DayColumn = "at" },
        Of("uptime_hour", "website_id i; hour m; checks,failures,latency_sum_us,latency_max_us n") with { DayColumn = "hour" },
        Of("uptime_day", "website_id i; day d; checks,failures,latency_sum_us,latency_max_us,hours,p50_us,p95_us,p99_us n"),
        Of("day_to_sum", "day d"),
        Of("incident", "id t; website_id i; started_at,ended_at m; failure n; owner,url,sentence,cause t; sightings j; maintenance s"),
        Of("delivery", "alert_id,channel,recipient t; attempt n; at m; outcome n; owner,answer,subject t"),
        Of("owner", "id t; version n; contacts t; changed_at m"),
        Of("protection_key", "slot,xml t"),
        Of("maintenance_window", "owner,id,url,tag t; starts_at,ends_at m; cron t; length_ms n; zone t; added_at,removed_at,changed_at m"),
        Of("audit", "id n; at m; who,what,subject,detail,came_from t") with { CountedColumn = "id" },
    ];

    /// <summary>The tables that do not go into a backup, and why.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>
    {
        ["us_member"] = "the silos that run now",
        ["us_member_version"] = "the silos that run now",
        ["orleansquery"] = "part of the program",
        [SchemaMigration.JournalTable] = "part of the schema",
    };

    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    // "a,b t; c n": names, and the first letter of what they hold.
    private static BackupTable Of(string name, string columns) => new(name,
    [
        .. columns.Split("; ").Select(group => group.Split(' ')).SelectMany(group => group[0].Split(',').Select(column => new BackupColumn(column, KindOf(group[1])))),
    ]);

    private static ColumnKind KindOf(string letter) => letter switch
    {
        "t" => ColumnKind.Text,
        "n" => ColumnKind.Number,
        "s" => ColumnKind.Switch,
        "m" => ColumnKind.Moment,
        "w" => ColumnKind.WrittenMoment,
        "d" => ColumnKind.Day,
        "i" => ColumnKind.Id,
        "l" => ColumnKind.Texts,
        "j" => ColumnKind.Json,
        "b" => ColumnKind.Bytes,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No column holds that."),
    };
}
