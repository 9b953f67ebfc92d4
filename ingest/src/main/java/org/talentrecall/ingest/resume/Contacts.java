package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;

/** Finds the person's phones, mail addresses, profile pages and WeChat; not those of referees, employers and job boards. */
final class Contacts {
    private static final Set<Section> OTHERS = EnumSet.of(Section.REFERENCE, Section.TRAINING, Section.CERTIFICATE);
    private static final Set<Section> WORK =
            EnumSet.of(Section.EMPLOYMENT, Section.PROJECT, Section.EDUCATION, Section.AWARD);
    private static final GatedPattern NOT_THEIRS = GatedPattern.compile(
            "公司电话\\s*:?\\s*[\\d(+]|证明人|推荐人|紧急联系|传真|客服|热线|订阅|退订|service@|noreply|no-reply|referee|emergency|fax|hotline|support@|400-");
    private static final GatedPattern WECHAT = GatedPattern.compile(
            "(?:微信号?|wechat(?: id)?|weixin|\\bvx\\b)\\s*[:：]?\\s*(?<id>[a-zA-Z][\\w-]{5,19})(?![\\w@.])",
            Pattern.CASE_INSENSITIVE);
    private static final GatedPattern CALLED_PHONE = GatedPattern.compile("手机|电话|mobile|phone|cell|tel\\b");
    private static final GatedPattern DIGITS = GatedPattern.compile("\\d(?:[\\s-]{0,2}\\d){9,14}");
    private static final GatedPattern BROKEN_URL = GatedPattern.compile("https?://\\S*[-/_=]$");
    /** @param unmistakable whether digits of that shape are a telephone number even without a label */
    private record LocalNumbers(GatedPattern place, GatedPattern digits, String code, boolean unmistakable) {}

    private static final List<LocalNumbers> LOCAL = List.of(
            new LocalNumbers(
                    GatedPattern.compile("香港|九龙|新界|hong ?kong|kowloon|\\.hk\\b"),
                    GatedPattern.compile("(?<!\\d)(?<own>[2-9]\\d{3}[ -]?\\d{4})(?!\\d)"),
                    "+852 ",
                    false),
            new LocalNumbers(
                    GatedPattern.compile("\\b(?:uk|united kingdom|england|scotland|wales)\\b|\\.uk\\b"),
                    GatedPattern.compile("(?<!\\d)0(?<own>7\\d{3}[ -]?\\d{3}[ -]?\\d{3})(?!\\d)"),
                    "+44 ",
                    true));
    private static final int HEAD_ROWS = 15;
    private static final double OF_A_PLACE = 0.85;
    private static final double SURE = 0.96;
    private static final double AMID_WORK = 0.6;

    private final List<Found> found = new ArrayList<>();

    private Contacts() {}

    static List<Found> read(List<Row> rows) {
        Contacts contacts = new Contacts();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!OTHERS.contains(row.section())) {
                contacts.readLine(beforeOthers(row), pageText(rows, i));
            }
        }
        if (contacts.found.stream().noneMatch(Contacts::isPhone)) {
            contacts.local(rows);
        }
        return contacts.withoutOthers();
    }

    /** "Tel: 6123 4567" is a number of Hong Kong where the resume says that somebody lives there. */
    private void local(List<Row> rows) {
        List<Row> head = rows.subList(0, Math.min(HEAD_ROWS, rows.size()));
        for (LocalNumbers local : LOCAL) {
            if (head.stream().anyMatch(row -> local.place().isIn(row.line().folded()))) {
                head.forEach(row -> local(row, local));
            }
        }
    }

    private void local(Row row, LocalNumbers local) {
        boolean called = row.labels().stream().anyMatch(label -> label.field() == Field.PHONE);
        GatedPattern.Search digits = local.digits().matcher(row.line().text());
        if ((called || local.unmistakable()) && digits.find()) {
            PhoneNumbers.normalise(local.code() + digits.group("own"))
                    .ifPresent(phone -> add(Contact.Kind.PHONE, phone, digits.group(), row.line(), OF_A_PLACE));
        }
    }

    /** Numbers amid the work are witnesses' and customers' where somebody has told their own elsewhere. */
    private List<Found> withoutOthers() {
        boolean own = found.stream().anyMatch(one -> isPhone(one) && one.confidence() > AMID_WORK);
        if (own) {
            found.removeIf(one -> isPhone(one) && one.confidence() <= AMID_WORK);
        }
        return found;
    }

    private static boolean isPhone(Found one) {
        return one.fact() instanceof Contact contact && contact.kind() == Contact.Kind.PHONE;
    }

    /** The part of the row that stands before what belongs to an employer, a referee or a relative. */
    private static Row beforeOthers(Row row) {
        GatedPattern.Search others = NOT_THEIRS.matcher(row.line().folded());
        return others.find()
                ? new Row(
                        row.line().part(0, others.start()),
                        row.section(),
                        row.heading(),
                        row.labels().stream()
                                .filter(label -> label.end() <= others.start())
                                .toList(),
                        row.period())
                : row;
    }

    private void readLine(Row row, String pages) {
        Line line = row.line();
        boolean work = WORK.contains(row.section());
        double confidence = work ? AMID_WORK : SURE;
        List<org.talentrecall.archive.text.Found> phones = PhoneNumbers.findAll(line.text());
        phones.forEach(phone -> add(Contact.Kind.PHONE, phone.value(), phone.asWritten(), line, confidence));
        if (phones.isEmpty()) {
            oddlyGrouped(line);
        }
        MailAddresses.findAll(line.text())
                .forEach(mail -> add(Contact.Kind.MAIL, mail.value(), mail.asWritten(), line, confidence));
        if (!work) {
            ProfileUrls.findAll(pages).stream()
                    .filter(url -> ProfileUrls.isPersonal(url.value()))
                    .forEach(url -> add(Contact.Kind.PROFILE, url.value(), url.asWritten(), line, 0.85));
            labelledPages(row);
        }
        GatedPattern.Search wechat = WECHAT.matcher(line.text());
        if (wechat.find()) {
            add(Contact.Kind.WECHAT, wechat.group("id"), wechat.group("id"), line, 0.9);
        }
    }

    /** The line, with the next one when an address is broken behind a hyphen or slash. */
    private static String pageText(List<Row> rows, int index) {
        String text = rows.get(index).line().text();
        boolean broken = index + 1 < rows.size() && BROKEN_URL.matcher(text).find();
        if (!broken) {
            return text;
        }
        String next = rows.get(index + 1).line().text();
        return next.matches("[\\w.%/-]{2,60}") ? text + next : text;
    }

    /** What is called a phone number may have its hyphens anywhere: "1-3800001234(手机)". */
    private void oddlyGrouped(Line line) {
        if (!CALLED_PHONE.matcher(line.folded()).find()) {
            return;
        }
        GatedPattern.Search digits = DIGITS.matcher(line.folded());
        while (digits.find()) {
            String written = digits.group().strip();
            String bare = written.replaceAll("\\D", "").replaceFirst("^0?86(?=0?[1-9]\\d{9,})", "");
            if (bare.length() >= 10 && bare.length() <= 12) {
                PhoneNumbers.normalise(bare).ifPresent(phone -> add(Contact.Kind.PHONE, phone, written, line, 0.8));
            }
        }
    }

    /** Home pages written without http. */
    private void labelledPages(Row row) {
        for (Labels.Labelled label : row.labels()) {
            if (label.field() == Field.URL && label.value().text().matches("[\\w.-]+\\.[a-zA-Z]{2,6}(?:/\\S*)?")) {
                ProfileUrls.normalise(label.value().text())
                        .filter(ProfileUrls::isPersonal)
                        .ifPresent(url ->
                                add(Contact.Kind.PROFILE, url, label.value().text(), row.line(), 0.9));
            }
        }
    }

    private void add(Contact.Kind kind, String value, String asWritten, Line line, double confidence) {
        boolean known = found.stream()
                .anyMatch(one -> one.fact() instanceof Contact contact
                        && contact.kind() == kind
                        && contact.value().equals(value));
        if (!known) {
            found.add(new Found(new Contact(kind, value, asWritten), line, confidence));
        }
    }
}
