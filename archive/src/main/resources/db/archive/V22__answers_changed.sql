-- Records whose question has another answer than when they were last read, or none any more. A row goes when its record is
-- read again.
create table if not exists answer_changed (
    record_id varchar(24) not null,
    question varchar(255) not null,
    primary key (record_id, question)
);
