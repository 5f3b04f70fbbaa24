create table due_key (
  entity varchar(200) not null,
  shared_key varchar(1000) not null,
  look_at timestamp(6) with time zone not null,
  primary key (entity, shared_key)
);

create table discrepancy (
  id bigint generated always as identity primary key,
  rule varchar(200) not null,
  entity varchar(200) not null,
  shared_key varchar(1000) not null,
  status varchar(40) not null,
  since timestamp(6) with time zone not null
);
