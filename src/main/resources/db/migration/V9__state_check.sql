-- One row that is written now and then, for no other reason than to see whether it can be.
create table if not exists state_check (
  id smallint primary key,
  checked_at timestamp(6) with time zone not null
);

insert into state_check (id, checked_at)
  select 1, current_timestamp where not exists (select 1 from state_check);
