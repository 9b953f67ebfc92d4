package org.talentrecall.ingest.spreadsheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern WECHAT_ID = Pattern.compile("[A-Za-z][-_A-Za-z0-9]{5,19}");
    /** An account among other contacts names what it is. */
    private static final Pattern NAMED_WECHAT = Pattern.compile(
            "(?:(?:微信|we-?chat|[vV]信)(?:号|id)?\\s*[:\uff1a]?\\s*|(?<![a-z])[wv]x(?:号|id)?(?:\\s*[:\uff1a]\\s*|\\s+|(?<=号)))"
                    + "([A-Za-z][-_A-Za-z0-9]{5,19})(?![-_A-Za-z0-9@])",
            Pattern.CASE_INSENSITIVE);
    /** What WeChat itself gives to an account whose owner has chosen no name. */
    private static final Pattern GIVEN_WECHAT =
            Pattern.compile("(?<![-_A-Za-z0-9])wxid_[a-z0-9]{8,20}(?![-_A-Za-z0-9])");

    private static final int DIGITS_OF_MOBILE = 11;
    /** Fewer make no telephone number. */
    private static final int FEWEST_DIGITS = 5;

    private static final NameCell NAMELESS = new NameCell(null, List.of(), false);

    private final NameCell name;
    private final @Nullable SheetCell nameCell;
    private final Map<Contact, SheetCell> contacts;

    private PersonCells(NameCell name, @Nullable SheetCell nameCell, Map<Contact, SheetCell> contacts) {
        this.name = name;
        this.nameCell = nameCell;
        this.contacts = contacts;
    }

    static PersonCells of(TableRow row) {
        Map<Contact, SheetCell> contacts = new LinkedHashMap<>();
        for (SheetCell cell : row.cells(Field.CONTACTS)) {
            Table.Column column = row.table().columns().get(cell.column());
            contacts(cell, column != null && column.field() == Field.WECHAT)
                    .forEach(contact -> contacts.putIfAbsent(contact, cell));
        }
        SheetCell nameCell = row.cell(Field.NAME);
        if (nameCell == null) {
            nameCell = row.cells(Field.NAMES).stream().findFirst().orElse(null);
        }
        String whole = whole(row);
        if (whole == null || whole.length() > NameCell.LONGEST) {
            return new PersonCells(NAMELESS, nameCell, contacts);
        }
        SheetCell named = row.cell(Field.NAME);
        if (named != null && hasDigits(whole, 1)) {
            contacts(named, false).forEach(contact -> contacts.putIfAbsent(contact, named));
        }
        return new PersonCells(NameCell.of(whole), nameCell, contacts);
    }

    private static @Nullable String whole(TableRow row) {
        String whole = row.text(Field.NAME);
        if (whole != null) {
            return whole;
        }
        String first = row.text(Field.FIRST_NAME);
        String last = row.text(Field.LAST_NAME);
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return NameForms.looksLikeChineseName(last + first) ? last + first : first + " " + last;
    }

    private static List<Contact> contacts(SheetCell cell, boolean wechat) {
        String text = cell.value().shown();
        if (isPlainMobile(text)) {
            return List.of(new Contact(Contact.Kind.PHONE, "+86" + text, text));
        }
        if (MailAddresses.isPlain(text)) {
            return List.of(new Contact(Contact.Kind.MAIL, text.toLowerCase(Locale.ROOT), text));
        }
        Map<String, Contact> found = new LinkedHashMap<>();
        if (hasDigits(text, FEWEST_DIGITS)) {
            PhoneNumbers.findAll(text).forEach(phone -> put(found, Contact.Kind.PHONE, phone));
        }
        if (text.chars().anyMatch(Character::isLetter)) {
            MailAddresses.findAll(text).forEach(mail -> put(found, Contact.Kind.MAIL, mail));
            ProfileUrls.findAll(text).forEach(page -> put(found, Contact.Kind.PROFILE, page));
        }
        Matcher account = NAMED_WECHAT.matcher(text);
        if (account.find()) {
            String id = account.group(1);
            found.put("wechat " + id, new Contact(Contact.Kind.WECHAT, id.toLowerCase(Locale.ROOT), id));
        }
        Matcher given = GIVEN_WECHAT.matcher(text);
        if (given.find()) {
            found.put("wechat " + given.group(), new Contact(Contact.Kind.WECHAT, given.group(), given.group()));
        }
        String bare = text.strip();
        if (wechat && found.isEmpty() && WECHAT_ID.matcher(bare).matches()) {
            found.put(bare, new Contact(Contact.Kind.WECHAT, bare.toLowerCase(Locale.ROOT), bare));
        }
        if (found.isEmpty() && !wechat) {
            PhoneNumbers.normalise(bare)
                    .ifPresent(phone -> found.put(phone, new Contact(Contact.Kind.PHONE, phone, bare)));
        }
        return List.copyOf(found.values());
    }

    /** By far most cells of phones; ranges that are mobile numbers throughout, so that nobody need look them up. */
    static boolean isPlainMobile(String text) {
        if (text.length() != DIGITS_OF_MOBILE || text.charAt(0) != '1') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        char second = text.charAt(1);
        return second == '3' || second == '8' || second == '5' && text.charAt(2) != '4';
    }

    private static boolean hasDigits(String text, int fewest) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < fewest; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == fewest;
    }

    private static void put(Map<String, Contact> contacts, Contact.Kind kind, Found found) {
        contacts.putIfAbsent(found.value(), new Contact(kind, found.value(), found.asWritten()));
    }

    /** Why the row cannot be given to one person, or empty when it can. */
    Optional<RowReading.Refused> refused(TableRow row) {
        if (name.several()) {
            return Optional.of(new RowReading.Refused(
                    "TWO_PEOPLE",
                    "More than one person in " + row.place(nameCell)
                            + ": give each a row with name and phone or mail."));
        }
        if (name.name() == null && contacts.isEmpty()) {
            return Optional.of(noName(row, "No name, phone or mail address in "));
        }
        return Optional.empty();
    }

    /** A list of candidates or interviews introduces people, so a number alone will not do there. */
    Optional<RowReading.Refused> nameless(TableRow row) {
        if (name.name() == null) {
            return Optional.of(noName(row, "No name in "));
        }
        boolean familyNameAlone = contacts.isEmpty() && NameForms.isSurnameOnly(NameForms.fold(name.name()));
        return familyNameAlone
                ? Optional.of(new RowReading.Refused(
                        "NO_NAME",
                        "Nothing but a family name in " + row.place(nameCell)
                                + ": write the whole name, or add a phone number or mail address."))
                : Optional.empty();
    }

    private RowReading.Refused noName(TableRow row, String what) {
        boolean tooLong = nameCell != null && nameCell.value().shown().length() > NameCell.LONGEST;
        return tooLong
                ? new RowReading.Refused(
                        "BAD_NAME",
                        "What stands as a name in " + row.place(nameCell) + " is longer than " + NameCell.LONGEST
                                + " characters: leave nothing but the name there.")
                : new RowReading.Refused("NO_NAME", what + row.place(nameCell) + ": fill one in, or delete the row.");
    }

    void addTo(FactList facts, TableRow row) {
        if (name.name() != null) {
            facts.add(new PersonName(name.name()), nameCell, FactList.PLAIN);
            name.others().forEach(other -> facts.add(new PersonName(other), nameCell, FactList.UNDERSTOOD));
        }
        contacts.forEach((contact, cell) -> facts.add(contact, cell, FactList.PLAIN));
    }

    /** Tells people apart within a sheet: a phone, else another contact, else the name. */
    String identity() {
        Contact first = null;
        for (Contact contact : contacts.keySet()) {
            first = first == null || contact.kind().compareTo(first.kind()) < 0 ? contact : first;
        }
        return first != null ? first.value() : NameForms.fold(name.name() == null ? "" : name.name());
    }
}
