package org.talentrecall.ingest.notes;

import java.util.List;
import java.util.stream.Stream;

/** Lines of a table that says how words are to be read. */
final class SpecTable {
    private SpecTable() {}

    /** The columns of each line; blank lines and lines that begin with {@code #} are skipped. */
    static Stream<List<String>> rows(String resource) {
        return RuleTable.lines(resource).stream().map(line -> List.of(line.split("\t", -1)));
    }
}
