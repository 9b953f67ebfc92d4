package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.TextFolding;

/** Understands column headers by {@code headers.tsv}, or by the operator's mapping first. */
final class HeaderWords {
    private static final Pattern BRACKETED = Pattern.compile("[(\\[{<【〔《][^)\\]}>】〕》]*[)\\]}>】〕》]");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_HAN = Pattern.compile("[^\\p{IsHan}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern PARTS = Pattern.compile("[/|、,;\\n]|\\bor\\b|或|和|及");
    private static final int LONGEST = 60;
    private static final Map<String, Field> STANDARD = standard();

    private final Map<String, Field> explicit = new HashMap<>();

    /** @param columns headers by field as the operator gives them; may be empty */
    HeaderWords(Map<Field, List<String>> columns) {
        columns.forEach((field, headers) -> headers.forEach(header -> explicit.put(normalised(header), field)));
    }

    /** What a column with this header is about. */
    Optional<Field> field(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = normalised(header);
        Field given = explicit.get(folded);
        if (given != null) {
            return Optional.of(given);
        }
        Field known = STANDARD.get(folded);
        if (known == null) {
            known = ofParts(header);
        }
        return Optional.ofNullable(known == null ? ofOneLanguage(folded) : known);
    }

    /** "姓名 Name": each language alone. */
    private static @Nullable Field ofOneLanguage(String folded) {
        Field chinese = STANDARD.get(NOT_HAN.matcher(folded).replaceAll(""));
        Field english = STANDARD.get(HAN.matcher(folded).replaceAll(""));
        boolean both = HAN.matcher(folded).find() && NOT_HAN.matcher(folded).find();
        if (!both) {
            return null;
        }
        return chinese != null ? chinese : english;
    }

    /** "电话/微信": several ways to reach a person are one column of contacts; of other pairs the first counts. */
    private static @Nullable Field ofParts(String header) {
        List<Field> fields = new ArrayList<>();
        for (String part : PARTS.split(TextFolding.fold(header), -1)) {
            Field field = STANDARD.get(SIGNS.matcher(part).replaceAll(""));
            if (field != null) {
                fields.add(field);
            }
        }
        if (fields.isEmpty()) {
            return null;
        }
        boolean contacts = fields.size() > 1 && Field.CONTACTS.containsAll(fields);
        return contacts && fields.stream().distinct().count() > 1 ? Field.CONTACT : fields.get(0);
    }

    /** The matching form: folded, without blanks, signs and bracketed remarks. */
    static String normalised(String header) {
        String folded = TextFolding.fold(header);
        String bare = SIGNS.matcher(BRACKETED.matcher(folded).replaceAll("")).replaceAll("");
        return bare.isEmpty() ? SIGNS.matcher(folded).replaceAll("") : bare;
    }

    private static Map<String, Field> standard() {
        Map<String, Field> fields = new HashMap<>();
        for (String[] line : ResourceLines.of("headers.tsv", 2)) {
            for (String synonym : line[1].split("\\|", -1)) {
                Field before = fields.put(synonym, Field.valueOf(line[0]));
                if (before != null) {
                    throw new IllegalStateException("headers.tsv gives two fields for " + synonym);
                }
            }
        }
        return Map.copyOf(fields);
    }
}
