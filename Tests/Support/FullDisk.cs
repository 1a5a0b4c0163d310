namespace UptimeSquirrel.Tests.Support;

/// <summary>Lets a database answer and store no grain, as with a full disk.</summary>
internal static class FullDisk
{
    public const string Sqlite =
        """
        create trigger no_insert before insert on us_grain_state begin select raise(abort, 'the disk is full'); end;
        create trigger no_update before update on us_grain_state begin select raise(abort, 'the disk is full'); end;
        """;

    public const string Postgres =
        """
        create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
        create trigger no_change before insert or update on us_grain_state for each row execute function refuse();
        """;

    public const string EndOfPostgres = "drop trigger no_change on us_grain_state;";
}
