-- Who did what. Written once, never changed; maintenance deletes what is older than a year.

create table audit (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  who     text not null,
  what    text not null,
  subject text not null,
  detail  text,
  came_from text
);
create index audit_by_time on audit (at);
create index audit_by_who on audit (who, id);
create index audit_by_subject on audit (subject, id);
