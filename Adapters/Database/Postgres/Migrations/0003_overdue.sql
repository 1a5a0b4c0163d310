-- A reminder is due at its phase and whole periods after it, for ever. So which ones were due between two moments is a range of this
-- index for every period in use, and no check has to write down when the next one is due.

alter table us_reminder add column phase_ms bigint not null
  generated always as (mod((extract(epoch from start_at at time zone 'UTC') * 1000)::bigint, period_ms)) stored;

create index us_reminder_phase on us_reminder (service_id, period_ms, phase_ms)
  include (grain_hash, grain_id, start_at) where name = 'check';
