package org.talentrecall.ingest.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talentrecall.archive.fact.Communication.Stance;

class StanceReaderTest {
    private static final LocalDate SAID = LocalDate.of(2026, 11, 23);

    static Stream<List<String>> answers() {
        return SpecTable.rows("stances.tsv");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void reads_the_stance(List<String> row) {
        StanceReader.Answer answer = StanceReader.read(row.get(0), SAID);
        String contact = answer.mayContact().map(may -> may ? "AGAIN" : "STOP").orElse("-");
        String promised = answer.promised() == null ? "-" : answer.promised().toString();
        assertEquals(row, List.of(row.get(0), answer.stance().name(), promised, contact));
    }

    @Test
    void the_table_is_long_enough_to_mean_something() {
        assertTrue(answers().count() >= 40);
    }

    @Test
    void silence_is_no_stance() {
        assertEquals(Stance.NONE, StanceReader.read(" ", SAID).stance());
    }
}
