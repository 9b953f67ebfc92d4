package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.Recent;
import org.talentrecall.archive.text.Syllables;
import org.talentrecall.archive.text.TextFolding;

/** Understands column headers by {@code headers.tsv}, or by the operator's mapping first. Not safe for use by several threads. */
final class HeaderWords {
    private static final Pattern BRACKETED = Pattern.compile("[(\\[{<【〔《][^)\\]}>】〕》]*[)\\]}>】〕》]");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_HAN = Pattern.compile("[^\\p{IsHan}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern PARTS = Pattern.compile("[/|、,;\\n+&]|\\bor\\b|\\band\\b|或|和|及");
    /** Columns about somebody else, or about the papers: never the candidate's own name or number. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "紧急|推荐人|介绍人|证明人|内推|担保|家[长属人]|父|母|配偶|亲属|监护|猎头|顾问|传真|emergency|referr?(?:er|ed|al)|referee|relative|spouse|parent|agency|headhunter|fax|(?:公司|单位|部门|hr|面试官|经理)的?(?:电话|手机|邮箱|微信|座机)");

    private static final int LONGEST = 60;
    private static final int LONGEST_WORD = 20;
    private static final int FEWEST_LATIN_ALONE = 3;
    private static final Map<String, Field> STANDARD = standard();
    private static final Map<String, Field> BY_SOUND = bySound();
    /** A word is held against all known ones; small tables come by hundreds in a mailbox, and with the same heads. */
    private static final Recent<Optional<HeaderMeaning>> BY_SPELLING = new Recent<>(
            1 << 10,
            folded -> HeaderSpelling.nearest(folded, STANDARD).or(() -> HeaderSpelling.contained(folded, STANDARD)));

    private final Map<String, Field> explicit = new HashMap<>();
    private final Remembered<Optional<HeaderMeaning>> readings = new Remembered<>(this::understand);

    /** @param columns headers by field as the operator gives them; may be empty */
    HeaderWords(Map<Field, List<String>> columns) {
        columns.forEach((field, headers) -> headers.forEach(header -> explicit.put(normalised(header), field)));
    }

    /** What a column with this header is about. */
    Optional<HeaderMeaning> read(String header) {
        return header.length() > LONGEST ? Optional.empty() : readings.read(header);
    }

    /** What a column is about whose header stands below another one that spans several columns. */
    Optional<HeaderMeaning> read(String parent, String header) {
        if (parent.length() > LONGEST || header.length() > LONGEST) {
            return read(header);
        }
        String above = normalised(parent);
        String below = normalised(header);
        Field given = explicit.getOrDefault(above + below, explicit.get(below));
        if (given != null) {
            return Optional.of(HeaderMeaning.of(given, 1, Recognition.SETTINGS));
        }
        Optional<RoundHeader> round = RoundHeader.of(above, parent).filter(found -> found.field() == Field.ROUND_NOTES);
        Optional<Field> ofRound = RoundHeader.beneath(below);
        if (round.isPresent() && ofRound.isPresent()) {
            return Optional.of(new HeaderMeaning(
                    List.of(ofRound.get()), round.get().label(), Certainty.PARENT, Recognition.PARENT));
        }
        if (OF_OTHERS.matcher(above).find()) {
            return Optional.empty();
        }
        Field both = STANDARD.getOrDefault(below + above, STANDARD.get(above + below));
        return both == null ? read(header) : Optional.of(HeaderMeaning.of(both, Certainty.PARENT, Recognition.PARENT));
    }

    /** Whether a header is about somebody else than the candidate, so that its values must not be taken for theirs. */
    static boolean isOfOthers(String header) {
        return OF_OTHERS.matcher(TextFolding.fold(header)).find();
    }

    /** Whether a text is one of the known words as it stands; quick. */
    static boolean isWord(String text) {
        if (text.length() > LONGEST_WORD) {
            return false;
        }
        String bare = text.strip();
        if (STANDARD.containsKey(bare)) {
            return true;
        }
        String lower = bare.toLowerCase(Locale.ROOT).replace(" ", "");
        return !lower.equals(bare) && STANDARD.containsKey(lower);
    }

    private Optional<HeaderMeaning> understand(String header) {
        String folded = normalised(header);
        Field given = explicit.get(folded);
        if (given != null) {
            return Optional.of(HeaderMeaning.of(given, 1, Recognition.SETTINGS));
        }
        Field known = STANDARD.get(folded);
        if (known != null) {
            return Optional.of(HeaderMeaning.of(known, Certainty.SYNONYM, Recognition.SYNONYM));
        }
        Optional<RoundHeader> round = RoundHeader.of(folded, header.strip());
        if (round.isPresent()) {
            return Optional.of(new HeaderMeaning(
                    List.of(round.get().field()), round.get().label(), Certainty.SYNONYM, Recognition.SYNONYM));
        }
        if (OF_OTHERS.matcher(folded).find()) {
            return Optional.empty();
        }
        return ofParts(header)
                .or(() -> ofOneLanguage(folded))
                .or(() -> bySound(folded))
                .or(() -> BY_SPELLING.of(folded));
    }

    /** "姓名 Name": each language alone. */
    private static Optional<HeaderMeaning> ofOneLanguage(String folded) {
        boolean both = HAN.matcher(folded).find() && NOT_HAN.matcher(folded).find();
        if (!both) {
            return Optional.empty();
        }
        Field chinese = STANDARD.get(NOT_HAN.matcher(folded).replaceAll(""));
        String latin = HAN.matcher(folded).replaceAll("");
        // Beside words that are not known HR tells who wrote the column: HR初筛意见.
        Field english = chinese == null && latin.length() < FEWEST_LATIN_ALONE ? null : STANDARD.get(latin);
        Field field = chinese != null ? chinese : english;
        return field == null
                ? Optional.empty()
                : Optional.of(HeaderMeaning.of(
                        field, chinese == english ? Certainty.SYNONYM : Certainty.PART, Recognition.PART));
    }

    /** "电话/微信": several ways to reach a person are one column of contacts; others are told apart in each cell. */
    private static Optional<HeaderMeaning> ofParts(String header) {
        String[] parts = PARTS.split(TextFolding.fold(header), -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Set<Field> fields = new LinkedHashSet<>();
        int unknown = 0;
        for (String part : parts) {
            Field field = STANDARD.get(SIGNS.matcher(part).replaceAll(""));
            if (field != null) {
                fields.add(field);
            } else if (!part.isBlank()) {
                unknown++;
            }
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<Field> all = new ArrayList<>(fields);
        if (all.size() > 1 && Field.CONTACTS.containsAll(all)) {
            all = List.of(Field.CONTACT);
        } else if (unknown > 0) {
            all = List.of(all.get(0));
        }
        double certainty = unknown > 0 ? Certainty.CONTAINED : Certainty.PART;
        return Optional.of(new HeaderMeaning(all, null, certainty, Recognition.PART));
    }

    /** 期忘薪资 sounds like 期望薪资, and xingming is 姓名. */
    private static Optional<HeaderMeaning> bySound(String folded) {
        Field field = BY_SOUND.get(Syllables.of(folded));
        return field == null
                ? Optional.empty()
                : Optional.of(HeaderMeaning.of(field, Certainty.SOUND, Recognition.SPELLING));
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

    /** By how they sound; words of two fields that sound alike are left out. */
    private static Map<String, Field> bySound() {
        Map<String, Field> sounds = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        STANDARD.forEach((synonym, field) -> {
            @Nullable Field before = synonym.length() > 1 ? sounds.put(Syllables.of(synonym), field) : field;
            if (before != null && before != field) {
                ambiguous.add(Syllables.of(synonym));
            }
        });
        sounds.keySet().removeAll(ambiguous);
        return Map.copyOf(sounds);
    }
}
