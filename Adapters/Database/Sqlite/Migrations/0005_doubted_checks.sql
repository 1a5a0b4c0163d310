-- A check that failed while the silo that looked doubted itself is kept, but counts nowhere.
alter table check_result add column doubted integer not null default 0;
