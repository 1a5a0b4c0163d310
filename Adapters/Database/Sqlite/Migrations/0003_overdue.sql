-- A reminder is due at its phase and whole periods after it, for ever. So which ones were due between two moments is a range of this
-- index for every period in use, and no check has to write down when the next one is due.

alter table us_reminder add column start_ms integer
  generated always as (cast(round(unixepoch(start_at, 'subsec') * 1000) as integer)) virtual;
alter table us_reminder add column phase_ms integer
  generated always as (cast(round(unixepoch(start_at, 'subsec') * 1000) as integer) % period_ms) virtual;

create index us_reminder_phase on us_reminder (service_id, period_ms, phase_ms) where name = 'check';
