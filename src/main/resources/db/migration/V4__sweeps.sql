-- What a sweep has still to do, as JSON, so that it can be taken up where it was left.
alter table sweep add column if not exists left_to_do varchar default '[]' not null;
