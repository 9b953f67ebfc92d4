package org.talentrecall.ingest.spreadsheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** Whom a row is about: name and contacts, or why that cannot be told. */
final class PersonCells {
    private static final Pattern BRACKETED = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]");
    private static final Pattern BETWEEN_PEOPLE =
            Pattern.compile("\\s*[、,，;；/&\\n]\\s*|\\s+(?:和|与|及|and)\\s+|(?<=\\p{IsHan})[和与及](?=\\p{IsHan})");
    private static final Pattern WECHAT_ID = Pattern.compile("[A-Za-z][-_A-Za-z0-9]{5,19}");
    /** By far most cells of phones; ranges that are mobile numbers throughout, so that nobody need look them up. */
    private static final Pattern PLAIN_MOBILE = Pattern.compile("1(?:[38]\\d|5[0-35-9])\\d{8}");
    /** Fewer make no telephone number. */
    private static final int FEWEST_DIGITS = 5;

    private static final int LONGEST_NAME = 60;

    private final @Nullable String name;
    private final Map<Contact, SheetCell> contacts;

    private PersonCells(@Nullable String name, Map<Contact, SheetCell> contacts) {
        this.name = name;
        this.contacts = contacts;
    }

    static PersonCells of(TableRow row) {
        Map<Contact, SheetCell> contacts = new LinkedHashMap<>();
        for (SheetCell cell : row.cells(Field.CONTACTS)) {
            Table.Column column = row.table().columns().get(cell.column());
            contacts(cell, column != null && column.field() == Field.WECHAT)
                    .forEach(contact -> contacts.putIfAbsent(contact, cell));
        }
        return new PersonCells(name(row), contacts);
    }

    private static @Nullable String name(TableRow row) {
        String whole = row.text(Field.NAME);
        if (whole == null) {
            String first = row.text(Field.FIRST_NAME);
            String last = row.text(Field.LAST_NAME);
            if (first == null || last == null) {
                whole = first == null ? last : first;
            } else {
                whole = NameForms.looksLikeChineseName(last + first) ? last + first : first + " " + last;
            }
        }
        if (whole == null || whole.length() > LONGEST_NAME || whole.codePoints().noneMatch(Character::isLetter)) {
            return null;
        }
        String bare = BRACKETED.matcher(whole).replaceAll("").strip();
        String name = NameForms.stripTitle(bare.isEmpty() ? whole : bare).strip();
        return name.isEmpty() ? null : name;
    }

    private static List<Contact> contacts(SheetCell cell, boolean wechat) {
        String text = cell.value().shown();
        if (PLAIN_MOBILE.matcher(text).matches()) {
            return List.of(new Contact(Contact.Kind.PHONE, "+86" + text, text));
        }
        Map<String, Contact> found = new LinkedHashMap<>();
        if (text.chars().filter(Character::isDigit).limit(FEWEST_DIGITS).count() == FEWEST_DIGITS) {
            PhoneNumbers.findAll(text).forEach(phone -> put(found, Contact.Kind.PHONE, phone));
        }
        if (text.chars().anyMatch(Character::isLetter)) {
            MailAddresses.findAll(text).forEach(mail -> put(found, Contact.Kind.MAIL, mail));
            ProfileUrls.findAll(text).forEach(page -> put(found, Contact.Kind.PROFILE, page));
        }
        String bare = text.strip();
        if (wechat && found.isEmpty() && WECHAT_ID.matcher(bare).matches()) {
            found.put(bare, new Contact(Contact.Kind.WECHAT, bare.toLowerCase(java.util.Locale.ROOT), bare));
        }
        if (found.isEmpty() && !wechat) {
            PhoneNumbers.normalise(bare)
                    .ifPresent(phone -> found.put(phone, new Contact(Contact.Kind.PHONE, phone, bare)));
        }
        return List.copyOf(found.values());
    }

    private static void put(Map<String, Contact> contacts, Contact.Kind kind, Found found) {
        contacts.putIfAbsent(found.value(), new Contact(kind, found.value(), found.asWritten()));
    }

    /** Why the row cannot be given to one person, or empty when it can. */
    Optional<RowReading.Refused> refused(TableRow row) {
        if (name == null && contacts.isEmpty()) {
            return Optional.of(new RowReading.Refused(
                    "NO_NAME",
                    "No name, phone or mail address in " + row.place() + ": fill one in, or delete the row."));
        }
        if (name != null && peopleIn(name) > 1) {
            return Optional.of(new RowReading.Refused(
                    "TWO_PEOPLE",
                    "More than one person in " + row.place() + ": give each a row with name and phone or mail."));
        }
        return Optional.empty();
    }

    /** A list of candidates or interviews introduces people, so a number alone will not do there. */
    Optional<RowReading.Refused> nameless(TableRow row) {
        return name != null
                ? Optional.empty()
                : Optional.of(new RowReading.Refused(
                        "NO_NAME", "No name in " + row.place() + ": fill one in, or delete the row."));
    }

    private static long peopleIn(String name) {
        String[] parts = BETWEEN_PEOPLE.split(name, -1);
        boolean allChinese = parts.length > 1
                && List.of(parts).stream().allMatch(part -> NameForms.looksLikeChineseName(NameForms.stripTitle(part)));
        return allChinese ? parts.length : 1;
    }

    void addTo(FactList facts, TableRow row) {
        if (name != null) {
            SheetCell cell = row.cell(Field.NAME, Field.LAST_NAME, Field.FIRST_NAME);
            facts.add(new PersonName(name), cell, FactList.PLAIN);
            otherName(row.text(Field.NAME), name)
                    .ifPresent(other -> facts.add(new PersonName(other), cell, FactList.UNDERSTOOD));
        }
        contacts.forEach((contact, cell) -> facts.add(contact, cell, FactList.PLAIN));
    }

    /** "李明 (Li Ming)": the name in brackets. */
    private static Optional<String> otherName(@Nullable String written, String name) {
        Matcher bracketed = BRACKETED.matcher(written == null ? "" : written);
        if (!bracketed.find()) {
            return Optional.empty();
        }
        String other =
                bracketed.group().substring(1, bracketed.group().length() - 1).strip();
        boolean isName = NameForms.looksLikeChineseName(other) || NameForms.looksLikeEnglishName(other);
        return isName && !other.equals(name) ? Optional.of(other) : Optional.empty();
    }

    /** Tells people apart within a sheet: a phone, else another contact, else the name. */
    String identity() {
        return contacts.keySet().stream()
                .min(java.util.Comparator.comparing(Contact::kind))
                .map(Contact::value)
                .orElseGet(() -> NameForms.fold(name == null ? "" : name));
    }
}
