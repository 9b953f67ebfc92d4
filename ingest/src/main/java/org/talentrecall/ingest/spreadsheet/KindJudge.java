package org.talentrecall.ingest.spreadsheet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.TextFolding;

/** Tells what the rows of a table are about from its columns and from the names around it ({@code kinds.tsv}). */
final class KindJudge {
    private static final String NAME = "name:";
    private static final List<Rule> RULES =
            ResourceLines.of("kinds.tsv", 3).stream().map(Rule::of).toList();
    /** Kinds whose rows are read alike, so that taking one for the other does no harm. */
    private static final Set<SheetKind> HIRING =
            EnumSet.of(SheetKind.INTERVIEWS, SheetKind.CANDIDATES, SheetKind.OUTCOMES);

    private static final double[] BY_LEAD = {0.6, 0.75, 0.85, 0.92};
    private static final double CLEAR = 0.97;

    private KindJudge() {}

    /** A kind with how sure it is. */
    record Judgement(SheetKind kind, double confidence) {}

    /**
     * @param names the sheet's name, the title above the table and the file's name
     * @return null when the columns are those of no kind
     */
    static @Nullable Judgement judge(Set<Field> fields, List<String> names) {
        Map<SheetKind, Integer> points = new EnumMap<>(SheetKind.class);
        List<String> folded = names.stream().map(TextFolding::fold).toList();
        boolean forbidden = false;
        for (Rule rule : RULES) {
            int earned = rule.points(fields, folded);
            points.merge(rule.kind(), earned, Integer::sum);
            forbidden |= rule.kind() == SheetKind.DO_NOT_CONTACT && rule.name() != null && earned > 0;
        }
        SheetKind best = null;
        for (SheetKind kind : SheetKind.values()) {
            int here = isPossible(kind, fields, forbidden) ? points.getOrDefault(kind, 0) : 0;
            if (here > 0 && (best == null || here > points.getOrDefault(best, 0))) {
                best = kind;
            }
        }
        if (best == null) {
            return null;
        }
        int next = 0;
        for (SheetKind kind : SheetKind.values()) {
            boolean alike = kind == best || HIRING.contains(kind) && HIRING.contains(best);
            if (!alike && isPossible(kind, fields, forbidden)) {
                next = Math.max(next, points.getOrDefault(kind, 0));
            }
        }
        int lead = points.getOrDefault(best, 0) - next;
        return new Judgement(best, lead < BY_LEAD.length ? BY_LEAD[lead] : CLEAR);
    }

    private static boolean isPossible(SheetKind kind, Set<Field> fields, boolean forbidden) {
        boolean named = fields.stream().anyMatch(Field.NAMES::contains);
        boolean person = named || fields.stream().anyMatch(Field.CONTACTS::contains);
        boolean opening = fields.contains(Field.POST) || fields.contains(Field.OPENING_ID);
        return switch (kind) {
            case OPENINGS -> opening && !named;
            case CAREER_UPDATES ->
                person
                        && (fields.contains(Field.UPDATE_KIND)
                                || fields.contains(Field.CONTENT)
                                || fields.contains(Field.DATE)
                                        && (fields.contains(Field.COMPANY) || fields.contains(Field.CURRENT_COMPANY)));
            case COMMUNICATIONS ->
                person
                        && (fields.contains(Field.CONTENT)
                                || fields.contains(Field.ANSWER)
                                || fields.contains(Field.CHANNEL));
            case INTERVIEWS, CANDIDATES, OUTCOMES -> person;
            case DO_NOT_CONTACT -> person && forbidden;
            case CONNECTIONS -> person && fields.contains(Field.CONNECTED_ON);
        };
    }

    /**
     * Points for a kind.
     *
     * @param name words in one of the names that earn the points; null when fields do
     */
    private record Rule(
            SheetKind kind,
            int worth,
            Set<Field> fields,
            @Nullable Pattern name) {
        static Rule of(String[] line) {
            Set<Field> fields = EnumSet.noneOf(Field.class);
            boolean byName = line[2].startsWith(NAME);
            if (!byName) {
                for (String field : line[2].split(" ", -1)) {
                    fields.add(Field.valueOf(field));
                }
            }
            Pattern name = byName ? Pattern.compile(line[2].substring(NAME.length())) : null;
            return new Rule(SheetKind.valueOf(line[0]), Integer.parseInt(line[1]), fields, name);
        }

        int points(Set<Field> present, List<String> names) {
            if (name != null) {
                return names.stream().anyMatch(one -> name.matcher(one).find()) ? worth : 0;
            }
            return worth * (int) fields.stream().filter(present::contains).count();
        }
    }
}
