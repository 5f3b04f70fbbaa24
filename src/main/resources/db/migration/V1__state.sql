create table due_key (entity varchar(200) not null, shared_key varchar(1000) not null, primary key (entity, shared_key));
create table discrepancy (id bigint generated always as identity primary key, entity varchar(200) not null);
