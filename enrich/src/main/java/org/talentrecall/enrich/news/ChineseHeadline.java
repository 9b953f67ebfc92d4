package org.talentrecall.enrich.news;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.CareerUpdate.Kind;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.enrich.news.Post.Parted;

/** Headlines such as 阮思齐加入…公司任…工程师, 邵明哲出任…公司风控主管, …公司任命王建国为总经理. */
final class ChineseHeadline {
    private static final String JOINS = "加入|入职|加盟|履新|跳槽至|跳槽到|跳槽|转投|空降|就职于|任职于|转战";
    private static final String HOLDS = "受聘担任|受聘为|获聘为|被聘为|被聘任为|被任命为|获任命为|获委任为|获任|出任|担任|就任|接任|执掌|掌舵";
    private static final String RISES = "升任|荣升|晋升为|晋升|擢升为|擢升|升职为|升为|提拔为|晋任";
    private static final String LEAVES = "离职|离任|离开|卸任|辞去|辞任|请辞|退出";
    static final String VERBS = JOINS + "|" + HOLDS + "|" + RISES + "|" + LEAVES;

    private static final Pattern VERB = Pattern.compile(
            "(?<join>" + JOINS + ")|(?<hold>" + HOLDS + ")|(?<rise>" + RISES + ")|(?<leave>" + LEAVES + ")");
    private static final Pattern MEANWHILE = Pattern.compile(
            "(?:[（(][^（）()]*[）)]|近日|日前|今日|今天|昨日|已于|已经|已|正式|将|宣布|官宣|确认|再度|重新|从.{2,16}|于?\\d{1,4}[\\d年月日.-]*|先生|女士|博士|[\\s:：,，])+$");
    private static final Pattern OF_COMPANY = Pattern.compile(
            "^(?<company>.{2,30}?)(?:正式|近日|宣布|已)*(?<verb>任命|聘任|聘请|聘|提拔|晋升)(?<name>[\\p{IsHan}·]{2,8}?)(?:先生|女士|博士)?(?:为|担任|出任|任)(?<title>.{2,30})$");
    private static final Pattern TITLE_BEFORE = Pattern.compile(".*[师理监裁管席官长人员家问司团]$");
    private static final Pattern AS = Pattern.compile(
            "^(?<company>[^，,。；;！!（(]+?)(?:[，,]?\\s*(?:并|将|后)*(?:担任|出任|(?<![责信主])任职?)(?:为|其)?(?<title>[^，,。；;！!（(]{2,30}?))?(?:(?:[，,。；;！!（(]|\\s[-–—|]\\s).*)?$");
    private static final int WHOLE_NAME = 12;

    private ChineseHeadline() {}

    static Optional<CareerNews> read(String line) {
        Matcher appointed = OF_COMPANY.matcher(Post.untilPause(line));
        if (appointed.matches() && NameForms.looksLikeChineseName(appointed.group("name"))) {
            String verb = appointed.group("verb");
            boolean risen = verb.equals("提拔") || verb.equals("晋升");
            return Optional.of(new CareerNews(
                    appointed.group("name"),
                    risen ? Kind.PROMOTION : Kind.NEW_JOB,
                    appointed.group("company"),
                    appointed.group("title").strip(),
                    0.85));
        }
        Matcher verb = VERB.matcher(line);
        while (verb.find()) {
            Optional<String> name = nameBefore(line.substring(0, verb.start()));
            if (name.isPresent()) {
                return step(name.get(), verb, line.substring(verb.end()).strip());
            }
        }
        return Optional.empty();
    }

    /** The name that ends right before the verb: the whole beginning, or what follows a title or company. */
    private static Optional<String> nameBefore(String left) {
        String bare = MEANWHILE.matcher(left).replaceFirst("").strip();
        if (bare.length() <= WHOLE_NAME && NameForms.looksLikeChineseName(bare)) {
            return Optional.of(bare);
        }
        for (int length = 3; length >= 2; length--) {
            int start = bare.length() - length;
            if (start > 0 && NameForms.looksLikeChineseName(bare.substring(start))) {
                String before = bare.substring(0, start);
                if (TITLE_BEFORE.matcher(before).matches() || !Character.isLetterOrDigit(before.charAt(start - 1))) {
                    return Optional.of(bare.substring(start));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<CareerNews> step(String name, Matcher verb, String remainder) {
        String rest = Post.untilPause(remainder);
        if (verb.group("leave") != null) {
            Parted left = Post.part(rest);
            return Optional.of(new CareerNews(name, Kind.LEFT, left.company(), left.title(), 0.8));
        }
        if (verb.group("join") != null) {
            return joined(name, remainder, verb.group("join").equals("履新"));
        }
        Parted post = Post.part(rest);
        if (post.title() == null) {
            return Optional.empty();
        }
        Kind kind = verb.group("rise") != null ? Kind.PROMOTION : Kind.NEW_JOB;
        return Optional.of(
                new CareerNews(name, kind, post.company(), post.title(), post.company() == null ? 0.7 : 0.9));
    }

    private static Optional<CareerNews> joined(String name, String remainder, boolean mayBeTitle) {
        Matcher as = AS.matcher(remainder);
        if (!as.matches()) {
            return Optional.empty();
        }
        String company = as.group("company").strip();
        if (as.group("title") != null) {
            return Optional.of(new CareerNews(
                    name, Kind.NEW_JOB, company, as.group("title").strip(), 0.9));
        }
        Parted parted = Post.part(company);
        boolean told = parted.company() != null || parted.title() != null && mayBeTitle;
        return told
                ? Optional.of(new CareerNews(name, Kind.NEW_JOB, parted.company(), parted.title(), 0.8))
                : Optional.of(new CareerNews(name, Kind.NEW_JOB, company, null, 0.7));
    }
}
