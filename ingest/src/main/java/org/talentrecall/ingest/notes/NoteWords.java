package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.vocabulary.Cities;

/** Words that notes about candidates are made of: names, outcomes, requisition numbers. */
final class NoteWords {
    private static final Pattern OUTCOME = Pattern.compile(
            "不通过|未通过|没通过|不录|未录|暂缓|冻结|先拒|拒绝|婉拒|招不了|不合适|不符|放弃|不考虑|不用了|不能用|不发了|先不发|先放|放着|挂着|招满|留库|没下来|下不来|批不下|超预算|再说|往下走|发offer|可以发|录用|待定|淘汰|等不了|没坑|合适人选|造假|no go|\\bhire\\b|reject|frozen|freeze|on hold|rules it out|does not work|not possible|another offer|decline|withdrew|不信任|不诚信|想要|首选|备选|值得|召回");
    private static final Pattern REQUISITION =
            Pattern.compile("(?<![A-Za-z0-9])[A-Z]{2,5}-20\\d{2}-\\d{2,4}(?![\\d-])");
    private static final Pattern SUBJECT_NOISE = Pattern.compile(
            "^(?:(?:re|fw|fwd|回复|答复|回覆|转发|转)\\s*[:：]\\s*)+|背调结果|背景调查|面试(?:反馈|评价|情况|结论|意见|记录|结果|邀请|通知|小结|进展)?|面评|[一二三四初复终]面(?:反馈|评价)?|技术面|谈薪|可以发offer|发offer|不要再约|简历(?:更新)?|应聘|求职|投递|推荐|反馈|评价|的情况|入职通知|补充材料|申请|feedback|interview|application|resume|\\bcv\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("[\\s\\-_—–－|｜:：()（）【】\\[\\],，、/|<>《》\"“”'·]+");
    private static final Pattern ENGLISH_PARTS = Pattern.compile("\\s+[-–—|]+\\s+|[:：,，()（）/]|\\s+from\\s+");
    private static final Pattern POST_WORDS = Pattern.compile(
            "经理|工程师|总监|专员|主管|分析师|岗|产品|开发|研发|销售|manager|engineer|developer|analyst|director|designer|specialist|account|risk|lead",
            Pattern.CASE_INSENSITIVE);
    /** Begins like a family name and is none. */
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "周[一二三四五六日天末]|(?:高级|项目|应届|安排|时间|成功|明天|本周|方案|万元|和|与|于|向|党|候选|经验|全职|单位|平台|通知|关于).*|.*(?:年|岁|经验|本科|硕士|博士|学历|简历|邀请|安排|通知|时间)");

    private static final int LONGEST_NAME = 4;

    private NoteWords() {}

    static boolean saysOutcome(String folded) {
        return OUTCOME.matcher(folded).find();
    }

    /** Whether a name, a phone number or a stranger's address shows that the mail is about a person. */
    static boolean speaksOfSomebody(MailText mail) {
        return nameInSubject(mail).isPresent()
                || !PhoneNumbers.findAll(mail.own()).isEmpty()
                || !MailAddresses.findAll(mail.own()).isEmpty()
                || mail.own()
                        .lines()
                        .anyMatch(line -> leadingName(line, colleagues(mail)).isPresent())
                || quotedSender(mail).isPresent();
    }

    static Optional<String> requisition(String text) {
        Matcher matcher = REQUISITION.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Names of sender and receivers on our side; none of them is the candidate. */
    static Set<String> colleagues(MailText mail) {
        Set<String> names = new HashSet<>();
        List<MailText.Address> all = new ArrayList<>(mail.to());
        all.addAll(mail.cc());
        if (mail.from() != null) {
            all.add(mail.from());
        }
        for (MailText.Address address : all) {
            if (address.ours() && address.name() != null) {
                names.add(NameForms.fold(address.name()));
            }
        }
        return names;
    }

    static Optional<String> nameInSubject(MailText mail) {
        return namesIn(mail.subject(), colleagues(mail)).stream().findFirst();
    }

    /** Names of candidates in a line such as a subject, in its order: the Chinese ones, or else the Latin ones. */
    static List<String> namesIn(String line, Set<String> colleagues) {
        String bare = SUBJECT_NOISE.matcher(line).replaceAll(" ").strip();
        List<String> names = new ArrayList<>();
        for (String piece : PARTS.split(bare)) {
            String part = piece.length() > 2 ? piece.replaceFirst("的$", "") : piece;
            if (isCandidate(part, colleagues) && !names.contains(part)) {
                names.add(part);
            }
        }
        for (String part : ENGLISH_PARTS.split(bare)) {
            String latin = part.strip().replaceFirst("^(?i:with|for|of|from)\\s+", "");
            if (names.isEmpty()
                    && NameForms.looksLikeEnglishName(latin)
                    && !POST_WORDS.matcher(latin).find()
                    && !colleagues.contains(NameForms.fold(latin))) {
                names.add(latin);
            }
        }
        return names;
    }

    /** A Chinese name that a line begins with, when something stands behind it that parts it from the sentence. */
    static Optional<String> leadingName(String line, Set<String> colleagues) {
        String text = LEAD.matcher(line.strip()).replaceFirst("");
        Matcher latin = LATIN_LEAD.matcher(text);
        if (latin.find() && NameForms.looksLikeEnglishName(latin.group(1))) {
            return Optional.of(latin.group(1));
        }
        for (int length = Math.min(LONGEST_NAME, text.length()); length >= 2; length--) {
            String name = text.substring(0, length);
            if (isCandidate(name, colleagues)
                    && BEHIND_NAME.matcher(text.substring(length)).lookingAt()) {
                return Optional.of(name);
            }
        }
        // "李娜，毛岩（131…）": first the greeting, then the candidate.
        int comma = Math.max(text.indexOf('，'), text.indexOf(','));
        String before = comma > 0 ? text.substring(0, comma) : "";
        boolean greeting = comma > 0
                && comma <= LONGEST_NAME + 2
                && (GREETED.matcher(before).matches() || colleagues.contains(NameForms.fold(before)));
        return greeting ? leadingName(text.substring(comma + 1), colleagues) : Optional.empty();
    }

    static boolean isCandidate(String name, Set<String> colleagues) {
        return NameForms.looksLikeChineseName(name)
                && !NOT_A_NAME.matcher(name).matches()
                && Cities.canonical(name).isEmpty()
                && !POST_WORDS.matcher(name).find()
                && !colleagues.contains(NameForms.fold(name));
    }

    /** The stranger whose mail is quoted: the candidate whose application is being judged. */
    static Optional<String> quotedSender(MailText mail) {
        return QuotedHead.ofStranger(mail).map(QuotedHead::mail);
    }

    static boolean isStranger(MailText mail, String address) {
        String domain = address.substring(address.indexOf('@') + 1);
        List<MailText.Address> all = new ArrayList<>(mail.to());
        if (mail.from() != null) {
            all.add(mail.from());
        }
        return all.stream().noneMatch(one -> one.ours() && one.mail().endsWith('@' + domain));
    }

    private static final Pattern LEAD = Pattern.compile(
            "^(?:\\d{1,2}\\s*[、.)）]\\s*|[-*•·]\\s*|候选人\\s*[:：]?\\s*|应聘者\\s*[:：]?\\s*|(?:I )?(?:[Mm]et|[Ii]nterviewed|[Ss]poke (?:with|to)|[Tt]alked (?:with|to)) ){1,3}");
    private static final Pattern LATIN_LEAD = Pattern.compile(
            "^([A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?=\\s*[(（,，:：-]| is | was | has | today| yesterday| on )");
    private static final Pattern GREETED = Pattern.compile(
            "(?:[\\u4e00-\\u9fa5]{1,3}(?:总|经理|工|老师)|各位|老[\\u4e00-\\u9fa5]|小[\\u4e00-\\u9fa5]|您好|你好)(?:好|您好|你好)?");
    private static final Pattern BEHIND_NAME =
            Pattern.compile("\\s*[(（：:]|\\s+|[，,、]|昨天|今天|前天|上周|这个|此人|的|面了|面下来|聊|来|二面|一面|初面|复面|是|在|有|能力|表现|合适|可以|不|$");
}
