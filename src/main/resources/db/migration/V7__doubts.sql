-- What may have changed in a store without capture having told of it, until a sweep has settled it.
-- followed: since when the log is followed again, from a place that is on record.
create table if not exists doubt (
  entity varchar not null,
  store varchar not null,
  cause varchar not null,
  since timestamp(6) with time zone not null,
  raised timestamp(6) with time zone not null,
  followed timestamp(6) with time zone,
  why varchar not null,
  primary key (entity, store, cause)
);

-- What capture knew of a store when it last began to follow it: which tables or collections stood
-- behind the mapped names, as JSON.
create table if not exists followed_store (
  store varchar primary key,
  identities varchar not null,
  seen_at timestamp(6) with time zone not null
);
