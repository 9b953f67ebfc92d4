package org.talentrecall.ingest.resume;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.ingest.resume.ResumeReading.Kind;

/** Says what a document is from what was found in it. */
final class KindJudge {
    private static final GatedPattern ADVERT = GatedPattern.compile(
            "岗位职责|任职要求|任职资格|职位描述|职位要求|岗位要求|招聘要求|职位诱惑|薪资范围|薪酬福利|福利待遇|招聘人数|应聘方式|我们提供|你将负责|你需要|投递邮箱|简历投递|"
                    + "job description|we are looking for|we offer|what you will do|your responsibilities|requirements:|what we offer|apply now|the ideal candidate|you will |about the role|who we are|qualifications required");
    private static final GatedPattern LETTER = GatedPattern.compile(
            "尊敬的|敬启者|此致|敬礼|求职信|自荐信|期待您的回复|感谢您(?:在百忙之中|抽空|阅读)|dear (?:sir|madam|hiring|mr|ms|mrs|team|recruit)|to whom it may concern|yours (?:sincerely|faithfully)|sincerely|cover letter|kind regards|i am writing to|thank you for considering");

    private static final GatedPattern BUSINESS = GatedPattern.compile(
            "发票|税号|纳税人识别号|开票|价税合计|购买方|销售方|合同编号|甲方|乙方|报价单|采购订单|采购单|订单号|送货单|收款|付款方式|账号|开户行|金额|单价|合计|数量|会议纪要|议程|invoice|amount due|purchase order|bill to|ship to|subtotal|total due|payment terms|hereinafter|unit price|quantity|vat|agenda|minutes of");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "[\\s_＿.…/\\\\()（）□☐:：-]*|(?:请填写|必填|选填|填写|年\\s*月\\s*日?|男\\s*/?\\s*女|□.*|\\(.*\\)|.{0,4}照片.{0,4}|n/?a|是\\s*/?\\s*否)\\s*");
    private static final GatedPattern MONTH = GatedPattern.compile("(?:19|20)\\d{2}\\s?年\\s?\\d{1,2}\\s?月");
    /** A letter that names so many months tells a whole career, and stands for the resume. */
    private static final int MONTHS_OF_CAREER = 4;

    private static final int LEAST_LABELS = 6;
    private static final int LEAST_TEXT = 300;

    private KindJudge() {}

    static Verdict judge(List<Row> rows, List<Found> facts) {
        String text = rows.stream().map(row -> row.line().folded()).collect(Collectors.joining("\n"));
        int adverts = different(ADVERT, text);
        int letters = different(LETTER, text);
        long career = facts.stream()
                .filter(found -> found.fact() instanceof Employment || found.fact() instanceof Education)
                .count();
        long dated = facts.stream().filter(KindJudge::isDated).count();
        boolean named = facts.stream().anyMatch(found -> found.fact() instanceof PersonName);
        boolean reachable = facts.stream()
                .anyMatch(found -> found.fact() instanceof Contact contact && contact.kind() != Contact.Kind.PROFILE);
        long sections =
                rows.stream().filter(Row::heading).map(Row::section).distinct().count();
        if (PeopleInText.count(rows) > 1) {
            return new Verdict(Kind.SEVERAL_PEOPLE, 0.85);
        }
        if (isEmptyForm(rows, named, reachable, dated) || dated == 0 && !named && EnglishForm.isBlank(rows)) {
            return new Verdict(Kind.EMPTY_FORM, 0.85);
        }
        if (adverts >= 2 && dated == 0 && career <= 2) {
            return new Verdict(Kind.JOB_ADVERT, adverts >= 3 ? 0.9 : 0.75);
        }
        boolean tellsCareer = named && reachable && different(MONTH, text) >= MONTHS_OF_CAREER;
        if (letters >= 2 && dated <= 1 && sections <= 2 && !tellsCareer) {
            return new Verdict(Kind.COVER_LETTER, 0.85);
        }
        int papers = different(BUSINESS, text);
        boolean labelledName = LabelledValues.of(rows, Field.NAME).isPresent();
        if (papers >= 3 && dated == 0 && sections <= 1 && !labelledName || papers >= 5 && dated <= 1 && sections <= 1) {
            return new Verdict(Kind.BUSINESS_PAPER, 0.8);
        }
        if (!reachable && !labelledName && sections <= 1 && isRunningText(rows)) {
            return new Verdict(Kind.ARTICLE, 0.75);
        }
        int points = (named ? 2 : 0) + (reachable ? 2 : 0) + (int) Math.min(3, career) + (int) Math.min(3, sections);
        if (points >= 4 && (career > 0 || sections >= 2 || tellsCareer) && (named || reachable)) {
            return new Verdict(Kind.RESUME, Math.min(0.98, 0.5 + points * 0.06));
        }
        return letters >= 1 && rows.size() >= 3 ? new Verdict(Kind.COVER_LETTER, 0.6) : new Verdict(Kind.OTHER, 0.7);
    }

    /** How many different words of a kind the text has. */
    private static int different(GatedPattern words, String text) {
        Set<String> found = new HashSet<>();
        GatedPattern.Search search = words.matcher(text);
        while (search.find()) {
            found.add(search.group());
        }
        return found.size();
    }

    /** Many labels and next to no values. */
    private static boolean isEmptyForm(List<Row> rows, boolean named, boolean reachable, long dated) {
        int labels = 0;
        int filled = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (Labels.Labelled label : rows.get(i).labels()) {
                labels++;
                boolean value = !label.isEmpty()
                        && !PLACEHOLDER.matcher(label.value().folded()).matches();
                filled += value ? 1 : 0;
            }
        }
        boolean mostlyEmpty = labels >= LEAST_LABELS && filled * 4 <= labels;
        return mostlyEmpty && !reachable && dated == 0 && (!named || filled * 8 <= labels);
    }

    /** Sentence upon sentence, hardly anything short. */
    private static boolean isRunningText(List<Row> rows) {
        int all = rows.stream().mapToInt(row -> row.line().length()).sum();
        int running = rows.stream()
                .map(Row::line)
                .filter(line -> line.length() >= 40)
                .mapToInt(Line::length)
                .sum();
        return all >= LEAST_TEXT && running * 10 >= all * 8;
    }

    private static boolean isDated(Found found) {
        return found.fact() instanceof Employment post && post.from() != null
                || found.fact() instanceof Education study && study.from() != null;
    }

    record Verdict(Kind kind, double confidence) {}
}
