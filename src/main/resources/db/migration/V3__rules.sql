-- Which rules are in force, each with its meaning as text, so that a change or a removal shows.
create table if not exists rule_in_force (
  entity varchar not null,
  rule varchar not null,
  meaning varchar not null,
  since timestamp(6) with time zone not null,
  primary key (entity, rule)
);

-- What a sighting found out about other keys, as JSON.
alter table sighting add column if not exists others varchar default '[]' not null;
