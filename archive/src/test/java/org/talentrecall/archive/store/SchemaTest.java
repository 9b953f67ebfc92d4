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
    void the_known_versions_are_those_of_the_files() {
        Flyway flyway = Schema.flyway(dataSource);
        flyway.migrate();

        assertThat(flyway.info().applied())
                .extracting(file -> file.getVersion().getVersion())
                .containsExactlyElementsOf(Schema.VERSIONS);
        assertThat(flyway.info().pending()).isEmpty();
    }

    @Test
    void a_file_that_comes_after_a_later_one_is_applied() {
        Schema.bringUpToDate(dataSource);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("delete from \"archive_schema_history\" where \"version\" = '2'");
        jdbc.execute("drop table night_lists");

        Schema.bringUpToDate(dataSource);

        assertThat(jdbc.queryForObject("select count(*) from night_lists", Integer.class))
                .isZero();
    }

    @Test
    void a_database_with_other_peoples_tables_is_taken_over() {
        new JdbcTemplate(dataSource).execute("create table batch_job_instance (id bigint)");

        Schema.bringUpToDate(dataSource);
        Schema.bringUpToDate(dataSource);

        assertThat(new JdbcTemplate(dataSource).queryForObject("select count(*) from source_record", Integer.class))
                .isZero();
    }

    @Test
    void files_that_a_kill_cut_off_are_run_again() {
        Schema.bringUpToDate(dataSource);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("drop index record_waiting_by_name");
        jdbc.execute("drop table night_lists");
        jdbc.execute("delete from \"archive_schema_history\" where \"version\" <> '0'");

        Schema.bringUpToDate(dataSource);

        assertThat(jdbc.queryForObject("select count(*) from night_lists", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from change_counter", Integer.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from audit_head", Integer.class))
                .isEqualTo(1);
        assertThat(Schema.flyway(dataSource).info().pending()).isEmpty();
    }
}
