package org.talentrecall.ingest.resume;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.TextFolding;

/**
 * Counts the people whose resumes one text holds: a new name whose own phone or mail follows begins a new person. Referees,
 * relatives and the same person told again do not count.
 */
final class PeopleInText {
    /** A name's own contacts stand this near below it. */
    private static final int NEAR = 5;

    private final Set<String> names = new HashSet<>();
    private final Set<String> contacts = new HashSet<>();
    private int people;

    private PeopleInText() {}

    static int count(List<Row> rows) {
        PeopleInText text = new PeopleInText();
        for (int i = 0; i < rows.size(); i++) {
            String name = name(rows, i);
            if (name != null && !text.names.contains(name)) {
                Set<String> own = contacts(rows, i);
                own.removeAll(text.contacts);
                if (!own.isEmpty()) {
                    text.names.add(name);
                    text.people++;
                }
                text.contacts.addAll(own);
            }
        }
        return text.people;
    }

    /** The name that a row gives by label, or alone on its line. */
    private static @org.jspecify.annotations.Nullable String name(List<Row> rows, int index) {
        Row row = rows.get(index);
        if (row.heading() || row.section() == Section.REFERENCE) {
            return null;
        }
        for (Labels.Labelled label : row.labels()) {
            // A label without a word is a column of a table: relatives, referees.
            if (label.field() == Field.NAME && !label.label().isEmpty()) {
                Line value = label.isEmpty() ? LabelledValues.nextLine(rows, index) : label.value();
                return value == null
                        ? null
                        : PersonNames.tidy(value.text()).map(TextFolding::fold).orElse(null);
            }
        }
        String alone = row.line().text().replaceAll("\\s+", "");
        boolean first = index == 0
                || row.section() == Section.HEAD
                || rows.get(index - 1).heading();
        boolean begins = first
                || index + 1 < rows.size() && !contactsOf(rows.get(index + 1)).isEmpty();
        return row.labels().isEmpty()
                        && begins
                        && alone.length() <= 4
                        && NameForms.looksLikeChineseName(alone)
                        && !Wording.isTitle(alone)
                ? TextFolding.fold(alone)
                : null;
    }

    private static Set<String> contacts(List<Row> rows, int index) {
        Set<String> found = new HashSet<>();
        for (Row row : rows.subList(index, Math.min(rows.size(), index + NEAR))) {
            found.addAll(contactsOf(row));
        }
        return found;
    }

    private static Set<String> contactsOf(Row row) {
        Set<String> found = new HashSet<>();
        PhoneNumbers.findAll(row.line().text()).forEach(phone -> found.add(phone.value()));
        MailAddresses.findAll(row.line().text()).forEach(mail -> found.add(mail.value()));
        return found;
    }
}
