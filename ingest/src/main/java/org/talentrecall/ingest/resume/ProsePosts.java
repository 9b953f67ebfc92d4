package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateRange;
import org.talentrecall.archive.text.GatedPattern;

/** Posts that a sentence tells. */
final class ProsePosts {
    private static final double CONFIDENCE = 0.75;
    private static final String ORGANISATION =
            "(?![\\d今])[^,，。;；、\\s]{2,30}?(?:有限公司|股份公司|公司|集团|总厂|分厂|厂|银行|研究院|研究所|设计院|医院|卫生院|诊所|事务所|[\\u4e00-\\u9fa5]{2,}[局厅]|学校|大学|学院|中学|小学|幼儿园|中心|项目|超市|酒店|饭店|商行|报社|电视台|旅行社|人民政府|(?:镇|乡|县|区|市|省)政府|街道办事处|街道办|管委会|居委会|村委会|法院|检察院|委员会(?![\\u4e00-\\u9fa5]{0,4}[局办])|[区县市省]委(?:组织部|宣传部|统战部|办公室|政法委|党校)?|组织部|宣传部|纪委|妇联|[\\u4e00-\\u9fa5]{2,8}(?:镇|乡|街道)(?=任|担任|工作|挂职|当)|工作室|俱乐部|基金会|协会|连锁店|专卖店|门店|药店|餐厅|工厂|车间|部队)(?![\\u4e00-\\u9fa5]{0,4}(?:有限公司|公司|集团))";
    /** Verbs that only speak of work, and prepositions, which do so at the begin of a clause alone. */
    private static final String INTO =
            "(?:(?:任教|就职|任职|供职|受聘|服务|就业|效力|执教|从教|服役)于|入职|加盟|来到|进了|去了|换到了?|进入|遴选(?:至|到)|考进|考到|调任|录用(?:至|到)|招录(?:至|到|进)|(?:选|借|抽|外)调(?:至|到|往)|跳槽?(?:到|至|去)|(?:被|受)?聘(?:为|任为)|(?:调|转|转职|应聘|受聘|分配|派)(?:至|到|往|入)|加入|(?:^|(?<=[^\\u4e00-\\u9fa5])|(?<=[曾后我起始人并业职直年月今,，先又再便就即是来]))(?:在|任|于|到|至|进入|赴))";

    private static final GatedPattern POST = GatedPattern.compileBehind(
            INTO + "(?:了)?\\s*(?<company>" + ORGANISATION
                    + ")(?<department>[\\u4e00-\\u9fa5]{2,8}?(?:事业部|部|处|科|车间|中心))?",
            "曾",
            ",");
    /** After the name of the employer, what of the work can be told at once. */
    private static final Pattern WORKED = Pattern.compile("^(?:短暂|正式|一直)?(?:实习|见习|工作|就职|任职|上班)?(?:了|至今)?");

    private static final String TITLE = "(?<title>[^,，。;；(（]{2,30}?)(?:一职|职务|职位|岗位|工作)?(?:至今|到现在)?(?=[,，。;；(（]|$)";
    private static final Pattern TOLD_TITLE = Pattern.compile(
            "(?:^|[,，\\s])\\s*(?:先后|历|曾|主要|并|一直)?(?:担任|出任|升任|兼任|就任|任职|任|职[位务](?:是|为|:)|岗位(?:是|为|:))\\s*(?:了|过|为)?"
                    + TITLE);
    private static final Pattern DONE_TITLE = Pattern.compile(
            "(?:^|[,，\\s])\\s*(?:在[\\u4e00-\\u9fa5]{2,8}?(?:部|处|科|室|办|中心|组|车间|分店|店))?(?:先后|一直|主要)?(?:从事|做|当|干)\\s*(?:了|过)?"
                    + TITLE);
    private static final Pattern BARE_TITLE = Pattern.compile("^\\s*(?<title>[^,，。;；在]{2,16})(?=[,，。;；]|$)");
    private static final GatedPattern SCHOOL = GatedPattern.compile("(?:大学|学院|学校|中学|小学)$");
    /** "党政办干事", "项目科副科长": an office and the title in it. */
    private static final Pattern OFFICE = Pattern.compile(
            "([\\u4e00-\\u9fa5]{0,8}?(?:科(?!员)|党政办|综合办|办公室|车间|处(?!长)))((?:副?科长|副?主任|副?处长|干事|科员|职员|文员|主任科员|操作工|技术员|工人))");

    /** "直到2016年3月": the date behind it ends the stay. */
    private static final GatedPattern UNTIL = GatedPattern.compile("(?:到|至)\\s?(?=(?:19|20)\\d{2})");

    private static final GatedPattern SINCE = GatedPattern.compile("[从自]\\s?(?:19|20)\\d{2}");
    /** "2022年底合同到期离职". */
    private static final GatedPattern LEFT =
            GatedPattern.compile("(?:19|20)\\d{2}\\s?年[^,。;]{0,14}?(?:离职|离开|辞职|退休|到期)");

    /** Who goes there to learn or to look has no post there. */
    private static final GatedPattern VISIT =
            GatedPattern.compile("进修|参观|考察|跟岗|出差|(?:培训|学习|交流)(?:[了过一二两三半\\d][^,，。]{0,6})?$");

    private static final GatedPattern STILL = GatedPattern.compile("至今|迄今|到现在|到目前");
    private static final int LONGEST_TITLE_AWAY = 60;

    private ProsePosts() {}

    /** @param start where the verb begins; the employer's name lies between the other two */
    record Told(
            int start,
            int nameStart,
            int nameEnd,
            int end,
            @Nullable String department) {}

    static boolean isTold(String folded) {
        GatedPattern.Search post = POST.matcher(folded);
        while (post.find()) {
            String rest = folded.substring(post.end());
            if (title(rest) != null && !rest.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    static List<Told> find(Line sentence) {
        List<Told> told = new ArrayList<>();
        GatedPattern.Search post = POST.matcher(sentence.folded());
        while (post.find()) {
            boolean school = SCHOOL.isIn(post.group("company"));
            String rest = sentence.folded().substring(post.end());
            String clause = sentence.folded().substring(0, clauseEnd(sentence, post.end()));
            boolean study = ProseStudies.isTold(clause.substring(post.start()));
            boolean visit = VISIT.isIn(clause.substring(post.end()));
            if (!visit && (!school || !study && title(rest) != null)) {
                told.add(new Told(
                        post.start(),
                        post.start("company"),
                        post.end("company"),
                        post.end(),
                        post.group("department")));
            }
        }
        return told;
    }

    private static int clauseEnd(Line sentence, int from) {
        int comma = sentence.folded().indexOf(',', from);
        return comma < 0 ? sentence.length() : comma;
    }

    /**
     * @param begin of the part of the sentence that speaks of this post, with what leads to it
     * @param end of that part
     */
    static Optional<Found> read(Line sentence, Told told, int begin, int end) {
        Line part = sentence.part(begin, end);
        Line before = sentence.part(begin, told.start());
        Line rest = sentence.part(told.end(), end);
        DateRange stay = stay(part, before, sentence.part(told.nameEnd(), end));
        if (stay == null) {
            return Optional.empty();
        }
        String folded = title(rest.folded());
        String title = folded == null ? null : asWritten(rest, folded);
        String department = told.department() == null ? null : sentence.text().substring(told.nameEnd(), told.end());
        Matcher office = OFFICE.matcher(title == null ? "" : title);
        if (department == null && office.matches() && Wording.isTitle(office.group(2))) {
            department = office.group(1);
            title = office.group(2);
        }
        boolean glued = department != null && title != null && rest.text().startsWith(title);
        String company = sentence.text().substring(told.nameStart(), told.nameEnd());
        Employment employment = new Employment(
                company.substring(company.lastIndexOf('—') + 1).strip(),
                glued ? department + title : title,
                glued ? null : department,
                stay.from(),
                stay.to(),
                stay.current(),
                sentence.part(told.start(), end).text());
        return Optional.of(new Found(employment, part, CONFIDENCE));
    }

    private static @Nullable DateRange stay(Line part, Line before, Line behind) {
        Optional<DateRange> span = Periods.find(part).map(Periods.Period::range);
        // "2007年9月调入…，任科长（2010年起）": since then he had the title, and was there before.
        boolean later = span.isPresent()
                && span.get().current()
                && Periods.find(before).isEmpty()
                && Periods.single(before).isPresent();
        if (!later && span.isPresent() && (span.get().to() != null || span.get().from() == null)) {
            return span.get();
        }
        PartialDate from = Periods.single(before).or(() -> since(behind)).orElse(null);
        GatedPattern.Search until = UNTIL.matcher(behind.folded());
        GatedPattern.Search left = LEFT.matcher(behind.folded());
        int end = until.find() ? until.end() : left.find() ? left.start() : -1;
        PartialDate to = end < 0
                ? null
                : Periods.single(behind.part(end, behind.length())).orElse(null);
        if (to != null && (from == null || !to.latest().isBefore(from.earliest()))) {
            return new DateRange(from, to, false);
        }
        if (span.isPresent() && !later) {
            return span.get();
        }
        return from == null ? null : new DateRange(from, null, STILL.isIn(behind.folded()));
    }

    /** "从2013年7月干到2016年12月", behind the employer's name. */
    private static Optional<PartialDate> since(Line behind) {
        GatedPattern.Search since = SINCE.matcher(behind.folded());
        return since.find() ? Periods.single(behind.part(since.start(), behind.length())) : Optional.empty();
    }

    private static String asWritten(Line line, String folded) {
        int at = line.folded().indexOf(folded);
        return line.text().substring(at, at + folded.length());
    }

    private static @Nullable String title(String behind) {
        Matcher worked = WORKED.matcher(behind);
        String rest = worked.find() ? behind.substring(worked.end()) : behind;
        String near = rest.substring(0, Math.min(rest.length(), LONGEST_TITLE_AWAY));
        Matcher told = TOLD_TITLE.matcher(near);
        if (told.find()) {
            return told.group("title").strip();
        }
        Matcher done = DONE_TITLE.matcher(near);
        while (done.find()) {
            if (Wording.isTitle(done.group("title"))) {
                return done.group("title").strip();
            }
        }
        Matcher bare = BARE_TITLE.matcher(rest);
        return bare.find() && Wording.isTitle(bare.group("title"))
                ? bare.group("title").strip()
                : null;
    }
}
