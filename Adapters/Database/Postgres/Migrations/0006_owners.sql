-- How owners are reached. Every silo keeps a copy in memory, so that alerts go out while the database is away.

create table owner (
  id         text collate "C" primary key,
  version    bigint not null,
  contacts   text not null,           -- {"emails":["alice@shop.example"]}
  changed_at timestamptz not null     -- by the clock of the database: whoever reads only what changed must not miss a row that came late
);
create index owner_by_change on owner (changed_at);
