-- The lists of a night with many openings are larger than a column of H2 can be.
create table if not exists night_lists (
    night date not null,
    part integer not null,
    body bytea not null,
    primary key (night, part)
);
alter table night drop column if exists lists;
