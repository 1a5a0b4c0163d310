-- The keys that encrypt the secrets in settings: every silo needs all of them. A slot takes one key, the first.
create table if not exists protection_key (
  slot text primary key,
  xml  text not null
);
