package org.talentrecall.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaTest {
    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Test
    void the_newest_version_is_that_of_the_last_file() {
        Flyway flyway = Schema.flyway(dataSource);
        flyway.migrate();

        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo(Schema.NEWEST);
        assertThat(flyway.info().pending()).isEmpty();
    }

    @Test
    void a_database_with_other_peoples_tables_is_taken_over() {
        new JdbcTemplate(dataSource).execute("create table batch_job_instance (id bigint)");

        Schema.bringUpToDate(dataSource);
        Schema.bringUpToDate(dataSource);

        assertThat(new JdbcTemplate(dataSource).queryForObject("select count(*) from source_record", Integer.class))
                .isZero();
    }
}
