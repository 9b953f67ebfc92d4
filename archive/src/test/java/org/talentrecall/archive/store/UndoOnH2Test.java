package org.talentrecall.archive.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UndoOnH2Test extends UndoContract {
    private DataSource dataSource;

    @Override
    DataSource emptyDatabase() {
        dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    @Override
    int rounds() {
        return 6;
    }
}
