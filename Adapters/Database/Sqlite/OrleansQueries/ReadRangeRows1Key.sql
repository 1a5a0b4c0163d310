select grain_id as "GrainId", name as "ReminderName", start_at as "StartTime", period_ms as "Period", version as "Version"
from us_reminder
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
