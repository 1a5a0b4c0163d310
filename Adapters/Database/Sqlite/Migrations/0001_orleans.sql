-- Grain state and reminders for Orleans' ADO.NET providers; the texts that use them are in OrleansQueries.
-- One silo uses one file, so there is no membership here.

create table orleansquery (
  querykey  text primary key,
  querytext text not null
);

create table us_grain_state (
  service_id text not null,
  state_name text not null,
  key_n1     integer not null,
  key_n0     integer not null,
  key_text   text not null default '',
  version    integer not null,
  payload    blob,
  primary key (state_name, key_n1, key_n0, key_text, service_id)
) without rowid;

create table us_reminder (
  service_id text not null,
  grain_id   text not null,
  name       text not null,
  start_at   text not null,
  period_ms  integer not null,
  grain_hash integer not null,
  version    integer not null,
  primary key (service_id, grain_id, name)
) without rowid;
create index us_reminder_hash on us_reminder (service_id, grain_hash);
