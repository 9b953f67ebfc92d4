package org.talentrecall.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.talentrecall.archive.linkage.CandidatePairs;
import org.talentrecall.archive.linkage.Comparison;
import org.talentrecall.archive.linkage.Description;
import org.talentrecall.archive.linkage.Field;
import org.talentrecall.archive.linkage.PersonalName;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.TextFolding;

/** Makes descriptions of a table's rows: known columns by their names, others by what their cells look like. */
final class TableColumns {
    private static final Map<String, Role> ROLES = Map.ofEntries(
                    roles(Role.GIVEN, "givenname", "firstname", "forename", "given", "fname", "名"),
                    roles(Role.SURNAME, "surname", "lastname", "familyname", "lname", "姓"),
                    roles(Role.NAME, "name", "fullname", "candidatename", "姓名", "名字"),
                    roles(
                            Role.DATE,
                            "dateofbirth",
                            "dob",
                            "birthdate",
                            "birthday",
                            "birth",
                            "birthyear",
                            "出生日期",
                            "生日",
                            "出生年月"),
                    roles(Role.PHONE, "phone", "phonenumber", "mobile", "telephone", "tel", "cell", "电话", "手机", "手机号"),
                    roles(Role.MAIL, "email", "mail", "emailaddress", "邮箱", "电子邮箱"),
                    roles(
                            Role.ID,
                            "socsecid",
                            "ssn",
                            "nationalid",
                            "idnumber",
                            "idcard",
                            "passport",
                            "nino",
                            "身份证",
                            "身份证号"),
                    roles(Role.ORGANISATION, "school", "university", "employer", "company", "学校", "公司"),
                    roles(Role.ROW, "recid", "recordid", "uniqueid", "id", "rowid", "index", "sourcedataset", "编号"),
                    roles(
                            Role.ROW,
                            "person",
                            "cluster",
                            "entityid",
                            "personid",
                            "clusterid",
                            "truth",
                            "label",
                            "matchid"))
            .entrySet()
            .stream()
            .flatMap(entry ->
                    Arrays.stream(entry.getKey().split(" ", -1)).map(name -> Map.entry(name, entry.getValue())))
            .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Pattern NUMBER = Pattern.compile("[+\\d][\\d\\s./-]*");
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d[-/.年]?\\d\\d?[-/.月]?\\d\\d?日?");
    private static final int COARSE_ROWS = 200_000;

    private final List<Column> columns;
    private final List<Field> fields;
    private final boolean coarse;

    private enum Role {
        GIVEN,
        SURNAME,
        NAME,
        DATE,
        PHONE,
        MAIL,
        ID,
        ORGANISATION,
        NUMBER,
        TEXT,
        /** Names the row or the truth: no input. */
        ROW
    }

    private record Column(int index, Role role) {}

    private static Map.Entry<String, Role> roles(Role role, String... names) {
        return Map.entry(String.join(" ", names), role);
    }

    private TableColumns(List<Column> columns, List<Field> fields, boolean coarse) {
        this.columns = columns;
        this.fields = fields;
        this.coarse = coarse;
    }

    /**
     * @param key index of the column that holds the truth, which is left out
     */
    static TableColumns of(List<String> header, List<List<String>> rows, int key) {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < header.size(); index++) {
            Role role = index == key ? Role.ROW : role(header.get(index), rows, index);
            if (role != Role.ROW) {
                columns.add(new Column(index, role));
            }
        }
        List<Field> fields = new ArrayList<>();
        if (columns.stream().anyMatch(TableColumns::isName)) {
            fields.add(new Field("surname", Comparison.SURNAME, true));
            fields.add(new Field("given_name", Comparison.GIVEN_NAME, true));
            fields.add(new Field("name_order", Comparison.NAME_ORDER, false));
        }
        for (Column column : columns) {
            if (!isName(column)) {
                fields.add(new Field(
                        header.get(column.index()).strip(), comparison(column.role()), byFrequency(column.role())));
            }
        }
        return new TableColumns(columns, fields, rows.size() <= COARSE_ROWS);
    }

    List<Field> fields() {
        return fields;
    }

    private static boolean isName(Column column) {
        return column.role() == Role.GIVEN || column.role() == Role.SURNAME || column.role() == Role.NAME;
    }

    private static Comparison comparison(Role role) {
        return switch (role) {
            case DATE -> Comparison.DATE;
            case PHONE, ID, NUMBER -> Comparison.DIGITS;
            case MAIL -> Comparison.MAIL;
            case ORGANISATION, TEXT -> Comparison.TEXT;
            case GIVEN, SURNAME, NAME, ROW -> throw new IllegalArgumentException("No field of its own: " + role);
        };
    }

    private static boolean byFrequency(Role role) {
        return role == Role.NUMBER || role == Role.TEXT || role == Role.ORGANISATION;
    }

    private static Role role(String head, List<List<String>> rows, int index) {
        Role known = ROLES.get(head.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", ""));
        if (known != null) {
            return known;
        }
        Set<String> distinct = new HashSet<>();
        int filled = 0;
        int numbers = 0;
        int dates = 0;
        int mails = 0;
        for (List<String> row : rows) {
            String value = row.get(index).strip();
            if (!value.isEmpty()) {
                filled++;
                distinct.add(value);
                numbers += NUMBER.matcher(value).matches() ? 1 : 0;
                dates += DATE.matcher(value).matches() ? 1 : 0;
                mails += value.indexOf('@') > 0 ? 1 : 0;
            }
        }
        if (filled == 0 || (distinct.size() == filled && filled > 20)) {
            // No two rows agree in it: it numbers the rows.
            return Role.ROW;
        }
        if (mails > filled * 0.8) {
            return Role.MAIL;
        }
        if (dates > filled * 0.8) {
            return Role.DATE;
        }
        return numbers > filled * 0.8 ? Role.NUMBER : Role.TEXT;
    }

    Description describe(List<String> row) {
        List<PersonalName> names = new ArrayList<>();
        String given = "";
        String surname = "";
        List<List<String>> values = new ArrayList<>();
        for (Column column : columns) {
            String cell = row.get(column.index());
            switch (column.role()) {
                case GIVEN -> given = cell;
                case SURNAME -> surname = cell;
                case NAME -> names.addAll(PersonalName.of(cell));
                default -> values.add(value(column.role(), cell).stream().toList());
            }
        }
        PersonalName.of(given, surname).ifPresent(names::add);
        List<List<String>> aligned = new ArrayList<>();
        for (int field = 0; field < fields.size() - values.size(); field++) {
            aligned.add(List.of());
        }
        aligned.addAll(values);
        return new Description(names, aligned);
    }

    private static Optional<String> value(Role role, String cell) {
        String folded = TextFolding.fold(cell);
        String value = switch (role) {
            case DATE, PHONE, ID, NUMBER -> folded.replaceAll("[^\\p{L}\\p{N}]+", "");
            case MAIL -> folded.replace(" ", "");
            case ORGANISATION -> OrganisationNames.key(cell);
            default -> folded.replaceAll("[^\\p{L}\\p{N}]+", "");
        };
        return value.isEmpty() || value.equals("nan") || value.equals("null") ? Optional.empty() : Optional.of(value);
    }

    /** The row's blocks: each value, each two values, and values cut short with each other. */
    long[] blocks(List<String> row) {
        List<String> exact = new ArrayList<>();
        Set<String> parts = new TreeSet<>();
        for (Column column : columns) {
            Optional<String> value = value(isName(column) ? Role.TEXT : column.role(), row.get(column.index()));
            if (value.isEmpty()) {
                continue;
            }
            String text = value.get();
            String place = isName(column) ? "name" : "" + column.index();
            exact.add(place + ':' + text);
            parts.add(place + ':' + text);
            if (coarse) {
                cut(column.role(), text).forEach(cut -> parts.add(place + cut));
            }
        }
        List<Long> blocks = new ArrayList<>();
        exact.forEach(value -> blocks.add(CandidatePairs.block(value)));
        List<String> all = List.copyOf(parts);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                blocks.add(CandidatePairs.block(all.get(i), all.get(j)));
            }
        }
        return blocks.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<String> cut(Role role, String text) {
        return switch (role) {
            case GIVEN, SURNAME, NAME -> text.length() > 3 ? List.of("<" + text.substring(0, 3)) : List.of();
            case DATE -> text.length() == 8 ? List.of("<" + text.substring(0, 4), ">" + text.substring(4)) : List.of();
            case MAIL, TEXT, ORGANISATION -> text.length() > 5 ? List.of("<" + text.substring(0, 5)) : List.of();
            case PHONE, ID, NUMBER ->
                text.length() > 5
                        ? List.of("<" + text.substring(0, text.length() / 2), ">" + text.substring(text.length() / 2))
                        : List.of();
            case ROW -> List.of();
        };
    }
}
