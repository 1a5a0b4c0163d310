-- The orders in which people read the list of websites, each for everybody's and for one owner's.

alter table website add column badness integer generated always as
  (case standing when 3 then 4 when 2 then 3 when 0 then 2 when 1 then 1 else 0 end) virtual;     -- down, suspect, pending, up, paused
alter table website add column sort_name text generated always as (substr(search, 1, 60)) virtual;

create index website_by_badness on website (badness, since, id);
create index website_by_owner_badness on website (owner, badness, since, id);
create index website_by_name on website (sort_name, id);
create index website_by_owner_name on website (owner, sort_name, id);
create index website_by_since on website (since, id);
create index website_by_owner_since on website (owner, since, id);

-- Incidents page by page, in an order that no later change of them disturbs.
create index incident_by_start on incident (started_at, id);
create index incident_by_owner_start on incident (owner, started_at, id);
create index incident_open on incident (started_at, id) where ended_at is null;
