-- What an import found before it changed it, so that it can be taken back.
alter table import_run add column if not exists actor varchar(200);
alter table import_run add column if not exists undone_at timestamp(3) with time zone;
alter table import_run add column if not exists undone_by varchar(200);

-- A container as the import first met it.
create table if not exists container_before (
    import_id bigint not null,
    container_id varchar(24) not null,
    -- false when the import was the first to read it
    existed boolean not null,
    source varchar(500) not null,
    path varchar not null,
    fingerprint varchar not null,
    scan integer not null,
    cursor_text varchar not null,
    read_count bigint not null,
    moved_count bigint not null,
    complete boolean not null,
    appended boolean not null,
    primary key (import_id, container_id)
);
create index if not exists container_before_by_container on container_before (container_id, import_id);

-- Where a record was before the import changed it, or met it somewhere unexpected.
create table if not exists record_before (
    import_id bigint not null,
    record_id varchar(24) not null,
    container_id varchar(24) not null,
    scan integer not null,
    kind varchar(16) not null,
    merged_into varchar(24),
    primary key (import_id, record_id)
);

-- The import whose reading of the container was undone: what it read is not read again by itself.
alter table container add column if not exists undone_import bigint;
-- Whether there was nothing of it before that import.
alter table container add column if not exists unborn boolean default false not null;

-- Where an import's sources lie, when no setting says it.
create table if not exists import_source (
    import_id bigint not null,
    source varchar(500) not null,
    path varchar not null,
    kind varchar(32) not null,
    primary key (import_id, source)
);
create index if not exists import_source_by_source on import_source (source);
