package org.talentrecall.ingest.notes;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PartialDate;

/** Who it is that holds an opinion. */
final class Opinions {
    private static final int LONGEST = 600;
    private static final Pattern BOSS = Pattern.compile(
            "(?<who>老总|总经理|董事长|总裁|ceo|老板|大老板|(?<![\\u4e00-\\u9fa5副])[\\u4e00-\\u9fa5]总|(?<=[,，。;；、和与])[\\u4e00-\\u9fa5]总|the boss|our ceo)(?:的)?(?:当时|昨天|今天|后来)?(?:评价|意见|点评|也|都|很|说|认为|觉得|建议|同意|看过|看了|批示|回|非常|希望|想|要求|was|is|said|says|liked|wants|thinks|:|：)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HR_TITLE =
            Pattern.compile("人力资源|人事|招聘|hrbp|\\bhr\\b|recruit|talent", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOSS_TITLE = Pattern.compile(
            "董事长|(?<!副)总经理|总裁|首席执行官|\\bceo\\b|(?<!vice )president|founder|创始人|managing director",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MANAGER_TITLE =
            Pattern.compile("副总|总监|部长|经理|主管|厂长|director|head of|manager|\\bvp\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"");

    private Opinions() {}

    static Opinion of(
            Opinion.Role role,
            @Nullable String by,
            String text,
            String judged,
            PartialDate said,
            @Nullable String post) {
        OptionalInt rating = OpinionRating.read(QUOTED.matcher(judged).replaceAll(" "));
        return new Opinion(
                role, by, FactList.clip(text, LONGEST), rating.isPresent() ? rating.getAsInt() : null, said, post);
    }

    /** The boss whom a sentence quotes ("钟总说…"), or null. */
    static @Nullable String bossIn(String sentence) {
        Matcher matcher = BOSS.matcher(sentence);
        return matcher.find() ? matcher.group("who") : null;
    }

    /** The writer's role: by the operator's list of bosses, else by the title they sign with. */
    static Opinion.Role writer(MailText mail, Set<String> bosses) {
        String card = mail.signature() + '\n' + lastLines(mail.own());
        if (mail.from() != null && bosses.contains(mail.from().mail())
                || BOSS_TITLE.matcher(card).find()) {
            return Opinion.Role.BOSS;
        }
        if (HR_TITLE.matcher(card).find()) {
            return Opinion.Role.HR;
        }
        return MANAGER_TITLE.matcher(mail.signature()).find() ? Opinion.Role.HIRING_MANAGER : Opinion.Role.INTERVIEWER;
    }

    /** What stands below the last blank line, where people sign. */
    private static String lastLines(String own) {
        int blank = own.stripTrailing().lastIndexOf("\n\n");
        String last = blank < 0 ? "" : own.substring(blank);
        return last.length() <= 60 ? last : "";
    }
}
