package org.talentrecall.archive.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AuditOnH2Test extends AuditContract {
    private DataSource dataSource;

    @Override
    DataSource emptyDatabase() {
        dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    @Override
    Database database() {
        return new Database(dataSource, new JdbcTransactionManager(dataSource));
    }
}
