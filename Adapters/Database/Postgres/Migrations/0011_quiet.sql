-- Maintenance: when websites are expected to be down. Every silo keeps a copy in memory. A window that is over stays for as long as an uptime needs it.

create table maintenance_window (
  owner      text collate "C" not null,
  id         text collate "C" not null,
  url        text,                    -- neither this nor a tag: all websites of the owner
  tag        text,
  starts_at  timestamptz,             -- a single one, or ...
  ends_at    timestamptz,
  cron       text,                    -- ... a recurring one
  length_ms  bigint,
  zone       text not null,
  added_at   timestamptz not null,
  removed_at timestamptz,
  changed_at timestamptz not null,    -- by the clock of the database: whoever reads only what changed must not miss a row that came late
  primary key (owner, id)
);
create index maintenance_window_by_change on maintenance_window (changed_at);

-- A check during maintenance is the last check like any other, but counts into no sum.
alter table check_result add column maintenance boolean not null default false;
alter table incident add column maintenance boolean not null default false;
