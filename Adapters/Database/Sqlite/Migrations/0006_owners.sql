-- How owners are reached. The silo keeps a copy in memory, so that alerts go out while the database is away.

create table owner (
  id         text primary key,
  version    integer not null,
  contacts   text not null,           -- {"emails":["alice@shop.example"]}
  changed_at integer not null
) without rowid;
create index owner_by_change on owner (changed_at);
