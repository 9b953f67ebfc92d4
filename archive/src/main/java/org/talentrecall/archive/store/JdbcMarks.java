package org.talentrecall.archive.store;

import org.talentrecall.archive.Marks;

final class JdbcMarks implements Marks {
    private final Database database;

    JdbcMarks(Database database) {
        this.database = database;
    }

    @Override
    public long get(String consumer) {
        return database.number("select mark from consumer_mark where consumer = ?", consumer);
    }

    @Override
    public void set(String consumer, long sequence) {
        database.inTransaction(() -> {
            if (database.update("update consumer_mark set mark = ? where consumer = ?", sequence, consumer) == 0) {
                database.update("insert into consumer_mark (consumer, mark) values (?, ?)", consumer, sequence);
            }
        });
    }
}
