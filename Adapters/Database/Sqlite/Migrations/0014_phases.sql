-- Where the time of a check went: name, connection and encryption in 21 bits each, in hundredths of a millisecond; the rest of latency_us is the answer's.
alter table check_result add column phases integer;

-- In how many of its hours a day was watched, and how fast the good checks of the whole day were.
alter table uptime_day add column hours integer;
alter table uptime_day add column p50_us integer;
alter table uptime_day add column p95_us integer;
alter table uptime_day add column p99_us integer;
