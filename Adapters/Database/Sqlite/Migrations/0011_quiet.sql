-- Maintenance: when websites are expected to be down. The silo keeps a copy in memory. A window that is over stays for as long as an uptime needs it.

create table maintenance_window (
  owner      text not null,
  id         text not null,
  url        text,                    -- neither this nor a tag: all websites of the owner
  tag        text,
  starts_at  integer,                 -- a single one, or ...
  ends_at    integer,
  cron       text,                    -- ... a recurring one
  length_ms  integer,
  zone       text not null,
  added_at   integer not null,
  removed_at integer,
  changed_at integer not null,
  primary key (owner, id)
) without rowid;
create index maintenance_window_by_change on maintenance_window (changed_at);

-- A check during maintenance is the last check like any other, but counts into no sum.
alter table check_result add column maintenance integer not null default 0;
alter table incident add column maintenance integer not null default 0;
