package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.ingest.resume.ResumeReading.Kind;

/** Says what a document is from what was found in it. */
final class KindJudge {
    private static final Pattern ADVERT = Pattern.compile(
            "岗位职责|任职要求|任职资格|职位描述|职位要求|岗位要求|招聘要求|职位诱惑|薪资范围|薪酬福利|福利待遇|招聘人数|应聘方式|我们提供|你将负责|你需要|投递邮箱|简历投递|"
                    + "job description|we are looking for|we offer|what you will do|your responsibilities|requirements:|what we offer|apply now|the ideal candidate|you will |about the role|who we are|qualifications required");
    private static final Pattern LETTER = Pattern.compile(
            "尊敬的|敬启者|此致|敬礼|求职信|自荐信|期待您的回复|感谢您(?:在百忙之中|抽空|阅读)|dear (?:sir|madam|hiring|mr|ms|mrs|team|recruit)|to whom it may concern|yours (?:sincerely|faithfully)|sincerely|cover letter|kind regards|i am writing to|thank you for considering");

    private KindJudge() {}

    static Verdict judge(List<Row> rows, List<Found> facts) {
        String text = rows.stream().map(row -> row.line().folded()).collect(Collectors.joining("\n"));
        long adverts = ADVERT.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
        long letters = LETTER.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
        long career = facts.stream()
                .filter(found -> found.fact() instanceof Employment || found.fact() instanceof Education)
                .count();
        long dated = facts.stream().filter(KindJudge::isDated).count();
        boolean named = facts.stream().anyMatch(found -> found.fact() instanceof PersonName);
        boolean reachable = facts.stream()
                .anyMatch(found -> found.fact() instanceof Contact contact && contact.kind() != Contact.Kind.PROFILE);
        long sections =
                rows.stream().filter(Row::heading).map(Row::section).distinct().count();
        if (adverts >= 2 && dated == 0 && career <= 2) {
            return new Verdict(Kind.JOB_ADVERT, adverts >= 3 ? 0.9 : 0.75);
        }
        if (letters >= 2 && dated <= 1 && sections <= 2) {
            return new Verdict(Kind.COVER_LETTER, 0.85);
        }
        int points = (named ? 2 : 0) + (reachable ? 2 : 0) + (int) Math.min(3, career) + (int) Math.min(3, sections);
        if (points >= 4 && (career > 0 || sections >= 2) && (named || reachable)) {
            return new Verdict(Kind.RESUME, Math.min(0.98, 0.5 + points * 0.06));
        }
        return letters >= 1 && rows.size() >= 3 ? new Verdict(Kind.COVER_LETTER, 0.6) : new Verdict(Kind.OTHER, 0.7);
    }

    private static boolean isDated(Found found) {
        return found.fact() instanceof Employment post && post.from() != null
                || found.fact() instanceof Education study && study.from() != null;
    }

    record Verdict(Kind kind, double confidence) {}
}
