-- What happened, and the list of websites as the last flush of the journal left it.
-- Moments are microseconds since 1970 UTC: datetime(at / 1000000, 'unixepoch') makes them readable.

create table website (
  id                  text primary key,
  version             integer not null,
  standing            integer not null,
  since               integer not null,
  registered_at       integer not null,
  interval_ms         integer not null,
  timeout_ms          integer,
  incident_started_at integer,
  incident_reason     text,
  owner               text not null,
  url                 text not null,
  name                text not null,
  accept              text not null,
  tags                text not null,     -- a JSON array
  search              text not null      -- name and address in lower case
) without rowid;
create index website_by_url on website (url, id);
create index website_by_owner on website (owner, url, id);
create index website_by_standing on website (standing, url, id);

create table last_check (
  website_id text primary key,
  at         integer not null,
  latency_us integer not null,
  status     integer,
  failure    integer not null,
  reason     text
) without rowid;

create table check_result (
  website_id text not null,
  at         integer not null,
  latency_us integer not null,
  status     integer,
  failure    integer not null,
  reason     text,
  primary key (website_id, at)
) without rowid;

create table uptime_hour (
  website_id     text not null,
  hour           integer not null,
  checks         integer not null,
  failures       integer not null,
  latency_sum_us integer not null,
  latency_max_us integer not null,
  primary key (website_id, hour)
) without rowid;

create table uptime_day (
  website_id     text not null,
  day            integer not null,       -- its first moment
  checks         integer not null,
  failures       integer not null,
  latency_sum_us integer not null,
  latency_max_us integer not null,
  primary key (website_id, day)
) without rowid;

-- Days whose hours must be added up (again) into uptime_day.
create table day_to_sum (day integer primary key);

create table incident (
  id         text primary key,
  website_id text not null,
  started_at integer not null,
  ended_at   integer,
  failure    integer not null,
  owner      text not null,
  url        text not null,
  sentence   text not null,
  cause      text not null
) without rowid;
create index incident_by_website on incident (website_id, started_at);
create index incident_by_change on incident (coalesce(ended_at, started_at));
create index incident_by_owner on incident (owner, coalesce(ended_at, started_at));

create table delivery (
  alert_id  text not null,
  channel   text not null,
  recipient text not null,
  attempt   integer not null,
  at        integer not null,
  outcome   integer not null,
  owner     text not null,
  answer    text not null,
  primary key (alert_id, channel, recipient, attempt)
) without rowid;
create index delivery_by_owner on delivery (owner, at);
