alter table incident add column sightings jsonb;   -- who saw what, from where: see StoredSightings
