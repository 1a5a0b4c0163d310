-- What lists show beside the standing: what its owner was warned of, and what was said about how it is watched (JSON without secrets; null when nothing was).
alter table website add column slow_since             timestamptz;
alter table website add column certificate_expires_at timestamptz;
alter table website add column domain_expires_at      timestamptz;
alter table website add column settings               text;
