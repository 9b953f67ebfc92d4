package org.talentrecall.archive.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ArchiveOnH2Test extends ArchiveContract {
    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Override
    DataSource emptyDatabase() {
        return dataSource;
    }

    @Override
    Database database() {
        return new Database(dataSource, new JdbcTransactionManager(dataSource));
    }
}
