package org.talentrecall.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaOnceTest {
    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    @ParameterizedTest
    @ValueSource(strings = {"BATCH_JOB_INSTANCE", "QRTZ_CALENDARS"})
    void tables_whose_making_was_cut_off_are_completed(String first) {
        Consumer<DataSource> make = first.startsWith("BATCH") ? SchemaOnce::batch : SchemaOnce::quartz;
        make.accept(dataSource);
        String all = objects();
        jdbc.queryForList(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_name <> ?",
                        String.class,
                        first)
                .forEach(table -> jdbc.execute("drop table " + table + " cascade"));
        jdbc.queryForList("select sequence_name from information_schema.sequences", String.class)
                .forEach(sequence -> jdbc.execute("drop sequence if exists " + sequence));
        jdbc.queryForList("select table_name from information_schema.tables where remarks = 'complete'", String.class)
                .forEach(table -> jdbc.execute("comment on table " + table + " is ''"));

        make.accept(dataSource);

        assertThat(objects()).isEqualTo(all).contains(first);
    }

    private String objects() {
        return jdbc.queryForList(
                                "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by 1",
                                String.class)
                        .toString()
                + jdbc.queryForList("select sequence_name from information_schema.sequences order by 1", String.class);
    }
}
