-- Namesakes are resolved together, so that each is read from the database once and not for every one of the others.
alter table record_waiting add column if not exists name_form varchar(255) default '' not null;
update record_waiting set name_form = coalesce(
    (select min(k.name_form) from record_key k where k.record_id = record_waiting.record_id), '');
create index if not exists record_waiting_by_name on record_waiting (name_form, record_id);
