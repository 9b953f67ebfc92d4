-- Who did what and when. Rows are only ever added; each holds the hash of the one before it.
create table if not exists audit_entry (
    entry_number bigint primary key,
    at_millis bigint not null,
    actor varchar(200) not null,
    action varchar(40) not null,
    subjects varchar not null,
    counts varchar not null,
    detail varchar not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null
);

-- Locked while an entry is added, so that numbers have no gaps and the chain has no forks.
create table if not exists audit_head (
    id integer primary key,
    last_number bigint not null,
    last_hash varchar(64) not null
);
insert into audit_head (id, last_number, last_hash)
select 1, 0, '0000000000000000000000000000000000000000000000000000000000000000' where not exists (select 1 from audit_head);
