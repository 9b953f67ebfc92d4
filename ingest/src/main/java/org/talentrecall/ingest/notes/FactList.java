package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.document.PlaceNamer;

/** Collects the facts of one person in one mail, each at its line. */
final class FactList {
    private static final double SURE = 0.95;
    /** "原来的号码不用了": still theirs once, so it tells who they are. */
    private static final double GIVEN_UP = 0.4;
    /** WeChat's own rule: a letter, then five to nineteen letters, digits, dashes and underscores. */
    private static final Pattern WECHAT = Pattern.compile(
            "(?:微信|wechat|weixin)(?:号|\\s?id)?\\s*[:：]\\s*(?<account>[A-Za-z][\\w-]{5,19})(?![\\w@.-])",
            Pattern.CASE_INSENSITIVE);

    private final PlaceNamer places;
    private final List<StatedFact> facts = new ArrayList<>();

    FactList(PlaceNamer places) {
        this.places = places;
    }

    /** @param line from 1 in the body; null for what the headers say */
    void add(PersonFact fact, @Nullable Integer line, double confidence) {
        if (facts.stream().noneMatch(known -> known.fact().equals(fact))) {
            facts.add(new StatedFact(fact, places.at(null, line), confidence));
        }
    }

    void addAll(List<StatedFact> stated) {
        facts.addAll(stated);
    }

    List<StatedFact> facts() {
        return facts;
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    boolean hasName() {
        return facts.stream().anyMatch(stated -> stated.fact() instanceof PersonName);
    }

    /** A display name: of "Han Tuo 韩拓" both forms; nothing for what is no person's name. */
    void addDisplayName(@Nullable String display, double confidence) {
        if (display == null) {
            return;
        }
        String chinese = display.replaceAll("[^\\u4e00-\\u9fa5·]", "");
        String latin = display.replaceAll("[\\u4e00-\\u9fa5()（）]", " ").strip();
        if (NameForms.looksLikeChineseName(chinese)) {
            add(new PersonName(chinese), null, confidence);
        }
        if (NameForms.looksLikeEnglishName(latin)) {
            add(new PersonName(latin), null, chinese.isEmpty() ? confidence : confidence - 0.1);
        }
    }

    void addMail(String address, @Nullable Integer line, double confidence) {
        add(new Contact(Contact.Kind.MAIL, address, address), line, confidence);
    }

    /** Phones, addresses and own pages in a line of the candidate's or about them. */
    void addContacts(String line, int number, java.util.function.Predicate<String> ourAddress) {
        for (Found phone : PhoneNumbers.findAll(line)) {
            String behind = line.substring(phone.end(), Math.min(line.length(), phone.end() + 8));
            boolean givenUp = behind.contains("不用") || behind.contains("停用") || behind.contains("作废");
            add(
                    new Contact(
                            Contact.Kind.PHONE,
                            phone.value(),
                            phone.asWritten()
                                    .replaceAll(
                                            "^[(（\\s]+(?=[^)）]*$)|(?<=^[^(（]{0,30})[)）\\s]+$|^[（(](.*)[)）]$", "$1")),
                    number,
                    givenUp ? GIVEN_UP : SURE);
        }
        for (Found mail : MailAddresses.findAll(line)) {
            if (!ourAddress.test(mail.value())) {
                add(new Contact(Contact.Kind.MAIL, mail.value(), mail.asWritten()), number, SURE);
            }
        }
        Matcher account = WECHAT.matcher(line);
        if (account.find()) {
            add(new Contact(Contact.Kind.WECHAT, account.group("account"), account.group("account")), number, 0.85);
        }
        for (Found page : ProfileUrls.findAll(line)) {
            if (ProfileUrls.isPersonal(page.value())) {
                add(new Contact(Contact.Kind.PROFILE, page.value(), page.asWritten()), number, 0.8);
            }
        }
    }

    /** Text for a fact: at most this many characters, on a character's border. */
    static String clip(String text, int most) {
        String bare = text.strip();
        return bare.length() <= most
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, bare.codePointCount(0, most) - 1))
                        .strip();
    }

    static boolean hasHan(String text) {
        return TextFolding.hasHan(text);
    }
}
