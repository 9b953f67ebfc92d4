package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talentrecall.archive.text.TextFolding;

/** Understands the short words of cells such as results and states by {@code words.tsv}. */
final class CellWords {
    private static final Map<String, List<Word>> WORDS = ResourceLines.of("words.tsv", 3).stream()
            .collect(Collectors.groupingBy(
                    line -> line[0],
                    Collectors.mapping(line -> new Word(line[1], Pattern.compile(line[2])), Collectors.toList())));

    private CellWords() {}

    /** The meaning of the words in a column of that name. */
    static Optional<String> read(String column, String words) {
        String folded = TextFolding.fold(words);
        return WORDS.getOrDefault(column, List.of()).stream()
                .filter(word -> word.pattern().matcher(folded).find())
                .map(Word::meaning)
                .findFirst();
    }

    /** The same, for meanings that are constants of a type. */
    static <E extends Enum<E>> Optional<E> read(Class<E> type, String column, String words) {
        return read(column, words).map(meaning -> Enum.valueOf(type, meaning));
    }

    private record Word(String meaning, Pattern pattern) {}
}
