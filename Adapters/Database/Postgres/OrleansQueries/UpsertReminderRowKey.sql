insert into us_reminder as r (service_id, grain_id, name, start_at, period_ms, grain_hash, version)
values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
on conflict (service_id, grain_id, name) do update
set start_at = excluded.start_at, period_ms = excluded.period_ms, grain_hash = excluded.grain_hash, version = r.version + 1
returning version as "Version"
