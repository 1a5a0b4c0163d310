-- What an alert was about, and the ways in which the log of deliveries is read. An alert's id begins with its website's.
alter table delivery add column subject text not null default '';
create index delivery_by_website on delivery (substr(alert_id, 1, 32), at);

-- The keys that encrypt the secrets of channels: every silo needs all of them. A slot takes one key, the first.
create table protection_key (
  slot text primary key,
  xml  text not null
);
