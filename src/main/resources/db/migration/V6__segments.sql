-- Whether a sweep reads only what moved since it was last read.
alter table sweep add column if not exists only_moved boolean default false not null;

-- When each part of an entity's keys was last read to its end. A segment ends where the next
-- begins; the first of an entity begins with no key.
create table if not exists sweep_segment (
  entity varchar not null,
  is_head boolean not null,
  from_key varchar not null,
  key_count bigint not null,
  read_at timestamp(6) with time zone,
  primary key (entity, is_head, from_key)
);
