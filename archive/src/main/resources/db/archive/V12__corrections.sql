-- Rejected records are settled with their corrections, which share their id.
update source_record set duplicate_hash = id where standing = 'REJECTED';
