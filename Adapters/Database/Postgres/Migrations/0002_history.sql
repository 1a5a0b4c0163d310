-- What happened, and the list of websites as the last flush of each silo's journal left it.

create table website (
  id                  uuid primary key,
  version             bigint not null,
  standing            smallint not null,
  since               timestamptz not null,
  registered_at       timestamptz not null,
  interval_ms         bigint not null,
  timeout_ms          bigint,
  incident_started_at timestamptz,
  incident_reason     text,
  owner               text collate "C" not null,
  url                 text collate "C" not null,
  name                text not null,
  accept              text not null,
  tags                text[] not null,
  search              text not null      -- name and address in lower case
);
create index website_by_url on website (url, id);
create index website_by_owner on website (owner, url, id);
create index website_by_standing on website (standing, url, id);
create index website_by_tag on website using gin (tags);

-- Changes with every check, so it is narrow, apart from the website, and leaves room for heap-only updates.
create table last_check (
  website_id uuid primary key,
  at         timestamptz not null,
  latency_us int not null,
  status     smallint,
  failure    smallint not null,
  reason     text
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.1);

-- One partition a day (UTC), made ahead of time and dropped whole when it is too old.
create table check_result (
  website_id uuid not null,
  at         timestamptz not null,
  latency_us int not null,
  status     smallint,
  failure    smallint not null,
  reason     text,
  primary key (website_id, at)
) partition by range (at);

create table uptime_hour (
  website_id     uuid not null,
  hour           timestamptz not null,
  checks         int not null,
  failures       int not null,
  latency_sum_us bigint not null,
  latency_max_us int not null,
  primary key (website_id, hour)
) partition by range (hour);

create table uptime_day (
  website_id     uuid not null,
  day            date not null,
  checks         int not null,
  failures       int not null,
  latency_sum_us bigint not null,
  latency_max_us int not null,
  primary key (website_id, day)
);

-- Days whose hours must be added up (again) into uptime_day.
create table day_to_sum (day date primary key);

create table incident (
  id         text primary key,
  website_id uuid not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  failure    smallint not null,
  owner      text collate "C" not null,
  url        text not null,
  sentence   text not null,
  cause      text not null
);
create index incident_by_website on incident (website_id, started_at);
create index incident_by_change on incident ((coalesce(ended_at, started_at)));
create index incident_by_owner on incident (owner, (coalesce(ended_at, started_at)));

create table delivery (
  alert_id  text not null,
  channel   text not null,
  recipient text not null,
  attempt   int not null,
  at        timestamptz not null,
  outcome   smallint not null,
  owner     text collate "C" not null,
  answer    text not null,
  primary key (alert_id, channel, recipient, attempt)
);
create index delivery_by_owner on delivery (owner, at);
