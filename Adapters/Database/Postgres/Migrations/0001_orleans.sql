-- Grain state, reminders and membership for Orleans' ADO.NET providers; the texts that use them are in OrleansQueries.

create table orleansquery (
  querykey  text primary key,
  querytext text not null
);

-- A write never changes an indexed column, so with room on the page it stays a heap-only update.
create table us_grain_state (
  service_id  text not null,
  state_name  text not null,
  key_n1      bigint not null,
  key_n0      bigint not null,
  key_text    text not null default '',
  version     int not null,
  payload     bytea,
  modified_at timestamptz not null default now(),
  primary key (state_name, key_n1, key_n0, key_text, service_id)
) with (fillfactor = 80);

create table us_reminder (
  service_id text not null,
  grain_id   text not null,
  name       text not null,
  start_at   timestamptz not null,
  period_ms  bigint not null,
  grain_hash int not null,
  version    int not null,
  primary key (service_id, grain_id, name)
);

-- Silos read the table by ranges of the hash, thirty at a time: each must be answered from the index alone.
create index us_reminder_hash on us_reminder (service_id, grain_hash)
  include (grain_id, name, start_at, period_ms, version);

create table us_member_version (
  deployment_id text primary key,
  version       int not null default 0,
  changed_at    timestamptz not null default now()
);

create table us_member (
  deployment_id text not null,
  address       text not null,
  port          int not null,
  generation    int not null,
  silo_name     text not null,
  host_name     text not null,
  status        int not null,
  proxy_port    int not null,
  suspect_times text,
  start_time    timestamptz not null,
  alive_time    timestamptz not null,
  primary key (deployment_id, address, port, generation)
);
