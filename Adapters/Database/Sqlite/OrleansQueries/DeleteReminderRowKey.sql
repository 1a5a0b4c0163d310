-- Exactly one row must come back, also when nothing was deleted.
delete from us_reminder
where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version;
select changes()
