alter table incident add column sightings text;    -- who saw what, from where: JSON, see StoredSightings
