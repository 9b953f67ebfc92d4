package org.talentrecall.ingest.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpinionRatingTest {
    static Stream<List<String>> opinions() {
        return SpecTable.rows("opinions.tsv");
    }

    @ParameterizedTest
    @MethodSource("opinions")
    void reads_the_rating(List<String> row) {
        OptionalInt rating = OpinionRating.read(row.get(0));
        if (row.get(1).equals("none")) {
            assertEquals(OptionalInt.empty(), rating, row.get(0));
            return;
        }
        String[] range = row.get(1).split("-");
        assertTrue(
                rating.isPresent()
                        && rating.getAsInt() >= Integer.parseInt(range[0])
                        && rating.getAsInt() <= Integer.parseInt(range[1]),
                () -> row + " was read as " + rating);
    }

    @Test
    void the_table_is_long_enough_to_mean_something() {
        assertTrue(opinions().count() >= 40);
    }
}
